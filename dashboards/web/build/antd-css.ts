/**
 * Ant Design's styles as one static file, so that the page needs no style tag at run time and
 * `style-src 'self'` holds. Every component that the sources import is rendered once on the server,
 * light and dark; what differs between the two is variables only, and those hang on `data-theme`.
 */
import { globSync, readFileSync } from 'node:fs'
import { createRequire, registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ThemeConfig } from 'antd'
import type { ComponentType, ReactElement } from 'react'
import type { Plugin } from 'vite'
import { seeds } from '../src/look/seeds.ts'

const require = createRequire(import.meta.url)
const ROOT = join(import.meta.dirname, '..')
const VIRTUAL = 'virtual:antd.css'

/** Where a component lives; one that is used and not named here fails the build. */
const PLACES = {
  Alert: ['alert'],
  Button: ['button'],
  ConfigProvider: ['config-provider'],
  Empty: ['empty'],
  Input: ['input', 'Password', 'Search', 'TextArea'],
  Popover: ['popover'],
  Segmented: ['segmented'],
  Select: ['select'],
  Skeleton: ['skeleton'],
  Spin: ['spin'],
  Tag: ['tag'],
  Tooltip: ['tooltip']
} as const satisfies Record<string, readonly [place: string, ...parts: string[]]>

type Part = ComponentType<Record<string, unknown>> & Record<string, ComponentType<Record<string, unknown>>>

/** Names of the components that the sources import from `antd`. */
function used(): string[] {
  const names = globSync('src/**/*.tsx', { cwd: ROOT }).flatMap(file => {
    const text = readFileSync(join(ROOT, file), 'utf8')
    return [...text.matchAll(/import \{([^}]+)\} from 'antd'/g)].flatMap(([, list]) => (list ?? '').split(','))
  })
  return [...new Set(names.map(name => name.trim()).filter(name => name !== '' && !name.startsWith('type ')))]
}

/** Another React may stand at the root of the workspace: all render with ours. */
function withOurReact<T>(work: () => T): T {
  const hooks = registerHooks({
    resolve: (name, context, next) =>
      /^react(-dom)?(\/|$)/.test(name) && !context.parentURL?.startsWith(pathToFileURL(ROOT).href)
        ? { url: pathToFileURL(require.resolve(name)).href, format: 'commonjs', shortCircuit: true }
        : next(name, context)
  })
  try {
    return work()
  } finally {
    hooks.deregister()
  }
}

function parts(): Part[] {
  return used().flatMap(name => {
    const place = (PLACES as Record<string, readonly string[]>)[name]
    if (place === undefined) throw new Error(`"${name}" of antd has no place in build/antd-css.ts; add it there`)
    const part = require(`antd/lib/${place[0]}`).default as Part
    return [part, ...place.slice(1).map(inner => part[inner] as Part)]
  })
}

function extract(theme: ThemeConfig) {
  const { createElement } = require('react') as typeof import('react')
  const { renderToString } = require('react-dom/server') as typeof import('react-dom/server')
  const { createCache, extractStyle, StyleProvider } =
    require('@ant-design/cssinjs') as typeof import('@ant-design/cssinjs')
  const ConfigProvider = require('antd/lib/config-provider').default
  const cache = createCache()
  const drawn: ReactElement[] = parts().map((part, key) => createElement(part, { key }))
  renderToString(createElement(StyleProvider, { cache }, createElement(ConfigProvider, { theme }, ...drawn)))
  const plain = (types: ('style' | 'token' | 'cssVar')[]) =>
    extractStyle(cache, { plain: true, types }).replace(/\.data-ant-cssinjs-cache-path\{[^}]*\}/, '')
  return { style: plain(['style']), variables: plain(['token', 'cssVar']) }
}

function antdCss(): string {
  return withOurReact(() => {
    const { defaultAlgorithm, darkAlgorithm } = require('antd/lib/theme').default
    const light = extract({ ...seeds.light, algorithm: defaultAlgorithm })
    const dark = extract({ ...seeds.dark, algorithm: darkAlgorithm })
    if (light.style !== dark.style) throw new Error('antd styles differ between light and dark beyond their variables')
    const atNight = dark.variables.replace(
      /(^|\})\.hy([.{])/g,
      '$1:is([data-theme="dark"] .hy,.hy[data-theme="dark"])$2'
    )
    return `@layer base, antd;@layer antd{${light.variables}${atNight}${light.style}}`
  })
}

/** Serves `virtual:antd.css`, in a layer of its own: the page's own classes win over it, in whatever order files come. */
export function antdStyles(): Plugin {
  return {
    name: 'huiyin-antd-css',
    resolveId: id => (id === VIRTUAL ? `\0${VIRTUAL}` : undefined),
    load: id => (id === `\0${VIRTUAL}` ? antdCss() : undefined)
  }
}
