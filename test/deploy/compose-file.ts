import { parse } from 'yaml'
import { readRoot } from './root.ts'

export interface Service {
  image: string
  command?: string[]
  entrypoint?: string[]
  read_only?: boolean
  cap_drop?: string[]
  security_opt?: string[]
  environment?: Record<string, string>
  volumes?: string[]
  networks?: string[]
  ports?: string[]
  healthcheck?: { test?: string[]; disable?: boolean }
  depends_on?: Record<string, { condition: string }>
  deploy?: { resources: { limits: { memory: string; cpus: string } } }
  restart?: string
  profiles?: string[]
}

export interface ComposeFile {
  services: Record<string, Service>
  volumes: Record<string, object>
}

/** A Compose file as it stands, with its anchors and merges resolved. */
export const readCompose = (path: string): ComposeFile => parse(readRoot(path), { merge: true, maxAliasCount: 1000 })

/** The variables that a file asks for, with their defaults. */
export function variablesOf(text: string): Map<string, string> {
  const code = text.replace(/^\s*#.*$/gm, '')
  return new Map([...code.matchAll(/(?<!\$)\$\{(\w+)(?::-([^}]*))?\}/g)].map(([, name, value]) => [name!, value ?? '']))
}

/** A text with its variables put in. */
export const filledIn = (text: string, given: Record<string, string> = {}): string =>
  text.replace(/(?<!\$)\$\{(\w+)(?::-([^}]*))?\}/g, (_, name, value = '') => given[name] ?? value)

/** The environment that a service of it starts with. */
export const environmentOf = ({ environment = {} }: Service): Record<string, string> =>
  Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, filledIn(String(value))]))
