import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The folder of the whole house. */
export const ROOT = join(import.meta.dirname, '../..')

export const readRoot = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

/** The versions that are installed for production, by folder. */
export const lock = (): Record<string, LockedPackage> => JSON.parse(readRoot('package-lock.json')).packages

export interface LockedPackage {
  version?: string
  dev?: boolean
  cpu?: string[]
  os?: string[]
  libc?: string[]
  hasInstallScript?: boolean
}

/** The Node that the house is made for. */
export const nodeVersion = (): string => JSON.parse(readRoot('package.json')).dependencies.node
