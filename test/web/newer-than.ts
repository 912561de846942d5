import { type Node, parse } from 'acorn'

/** What came to Chromium after version 109, the last for Windows 7: by how it is written. */

/** Properties of built-in objects that are called or read by name, with the version that brought them. */
const METHODS: Readonly<Record<string, number>> = {
  ...{ toSorted: 110, toReversed: 110, toSpliced: 110, isWellFormed: 111, toWellFormed: 111 },
  ...{ isSubsetOf: 122, isSupersetOf: 122, isDisjointFrom: 122, symmetricDifference: 122 },
  ...{ showPopover: 114, hidePopover: 114, togglePopover: 114, startViewTransition: 111, moveBefore: 133 },
  ...{ requestClose: 134, getSetCookie: 113, transferToFixedLength: 114, setHTMLUnsafe: 124, getHTML: 125 }
}

const STATICS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  Object: { groupBy: 117 },
  Map: { groupBy: 117 },
  Array: { fromAsync: 121 },
  Promise: { withResolvers: 119, try: 128 },
  AbortSignal: { any: 116 },
  URL: { canParse: 120, parse: 126 },
  RegExp: { escape: 136 },
  Iterator: { from: 122 },
  Math: { sumPrecise: 147, f16round: 135 },
  Uint8Array: { fromBase64: 140, fromHex: 140 },
  ReadableStream: { from: 124 },
  Intl: { DurationFormat: 129 },
  scheduler: { yield: 129 }
}

const GLOBALS: Readonly<Record<string, number>> = {
  ...{ Temporal: 144, Iterator: 122, CloseWatcher: 126, Highlight: 105.1, Float16Array: 135, DisposableStack: 134 },
  ...{ CSSStartingStyleRule: 117, PressureObserver: 125, DocumentPictureInPicture: 116 }
}

/** Of iterators; an array has them too, so they count only where an iterator is made on the spot. */
const HELPERS = new Set('map filter take drop flatMap reduce toArray forEach some every find'.split(' '))
const MAKERS = new Set(['values', 'keys', 'entries', 'matchAll'])

const CSS: readonly (readonly [what: RegExp, since: string])[] = [
  [/\bcolor-mix\(/, 'color-mix() (111)'],
  [/\b(?:oklch|oklab|lch|lab|color)\(\s*(?:from|[\d.])/, 'oklch() and its like (111)'],
  [/\blight-dark\(/, 'light-dark() (123)'],
  [/@starting-style\b/, '@starting-style (117)'],
  [/@scope\b/, '@scope (118)'],
  [/@container\s+style\(/, 'style queries (111)'],
  [/:\s*subgrid\b/, 'subgrid (117)'],
  [/:(?:dir\(|user-valid|user-invalid|popover-open|open\b)/, 'a selector of 119 and later'],
  [/:nth-(?:last-)?child\([^)]*\bof\b/, ':nth-child(… of …) (111)'],
  [/\d(?:rlh|rcap|rex|ric)\b/, 'units of the root (111)'],
  [
    /[:\s,(](?:round|mod|rem|sin|cos|tan|asin|acos|atan|atan2|pow|sqrt|hypot|log|exp)\([^)]*\)/,
    'mathematics (111 to 125)'
  ],
  [/\blinear\(\s*[\d.]/, 'linear() easing (113)'],
  [/\b(?:anchor-name|position-anchor|anchor\()/, 'anchors (125)'],
  [/\bcalc-size\(/, 'calc-size() (129)'],
  [/[{;]\s*animation-timeline\b/, 'scroll timelines (115)'],
  [/[:\s,]image-set\((?<!-webkit-image-set\()/, 'unprefixed image-set() (113)']
]

/** Names of what a script uses that Chromium 109 lacks; a syntax of later years throws SyntaxError. */
export function newerInScript(source: string): string[] {
  const found: string[] = []
  walk(parse(source, { ecmaVersion: 2022, sourceType: 'module' }), node => {
    if (node.type === 'MemberExpression') found.push(...member(node as unknown as Member))
    if (node.type === 'CallExpression') found.push(...helper(node as unknown as Call))
    if (node.type === 'NewExpression') found.push(...made(node as unknown as Made))
  })
  return [...new Set(found)]
}

/**
 * Names of what a style sheet uses that Chromium 109 lacks and would stumble over. It leaves out what stands under an
 * `@supports` that it does not meet, and single declarations such as `text-wrap` or `field-sizing`, without harm.
 */
export function newerInStyle(source: string): string[] {
  const bare = withoutSupported(source)
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/gs, '""')
  const found = CSS.filter(([what]) => what.test(bare)).map(([, since]) => since)
  return nests(bare) ? ['nesting (120)', ...found] : found
}

function withoutSupported(source: string): string {
  const begin = source.indexOf('@supports')
  if (begin < 0) return source
  let deep = 0
  for (let at = source.indexOf('{', begin); at >= 0 && at < source.length; at++) {
    if (source[at] === '{') deep += 1
    if (source[at] === '}' && --deep === 0) return source.slice(0, begin) + withoutSupported(source.slice(at + 1))
  }
  return source.slice(0, begin)
}

/** Whether a rule stands in a rule; what stands in `@media` and its like does not. */
function nests(bare: string): boolean {
  const open: boolean[] = [] // of each block: whether it is a rule's
  for (const [, prelude = '', brace] of bare.matchAll(/([^{};]*)([{};])/g)) {
    if (brace === '}') open.pop()
    if (brace !== '{') continue
    if (open.at(-1)) return true
    open.push(!prelude.trim().startsWith('@') || prelude.trim().startsWith('@font-face'))
  }
  return false
}

type Named = { type: string; name?: string; value?: unknown }
type Member = { object: Named; property: Named; computed: boolean; optional?: boolean }
type Call = { callee: { type: string; object?: { type: string; callee?: Member }; property?: Named } }
type Made = { callee: Named }

const nameOf = ({ property, computed }: Member): string | undefined =>
  computed ? (typeof property.value === 'string' ? property.value : undefined) : property.name

function member(node: Member): string[] {
  const name = nameOf(node)
  if (name === undefined) return []
  const whose = STATICS[node.object.name ?? '']
  if (whose && Object.hasOwn(whose, name)) return [`${node.object.name}.${name} (${whose[name]})`]
  return Object.hasOwn(METHODS, name) ? [`.${name} (${METHODS[name]})`] : []
}

function made({ callee }: Made): string[] {
  const { name } = callee
  return name !== undefined && Object.hasOwn(GLOBALS, name) ? [`new ${name} (${GLOBALS[name]})`] : []
}

/** `map.values().map(…)`: an iterator, not an array. */
function helper({ callee }: Call): string[] {
  const inner = callee.object?.callee
  if (callee.type !== 'MemberExpression' || !HELPERS.has(callee.property?.name ?? '')) return []
  if (callee.object?.type !== 'CallExpression' || inner?.property === undefined) return []
  const made = nameOf(inner)
  if (made === undefined || !MAKERS.has(made) || inner.object.name === 'Object') return []
  return [`${made}().${callee.property!.name} (122)`]
}

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node)
  for (const value of Object.values(node))
    for (const one of Array.isArray(value) ? value : [value])
      if (typeof one === 'object' && one !== null && typeof one.type === 'string') walk(one as Node, visit)
}
