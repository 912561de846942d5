import { join } from 'node:path'
import { keyMissing } from '@huiyin/domain/errors.ts'
import { keyOf, type Vault } from '@huiyin/ports/vault.ts'
import type { Settings } from '@huiyin/schemas/settings.ts'
import { type KeyFile, keyFile } from './key-file.ts'
import { type Key, parseKeys } from './keys.ts'
import { notSealed, openText, sealText } from './sealing.ts'

/** A vault with what is needed to change its keys. */
export interface KeyedVault extends Vault {
  /** Where the keys are; `none`: nowhere that every process reads. */
  source: 'environment' | 'file' | 'none'
  /** Makes a new key that seals from now on, and keeps the others. False where keys are given by the environment. */
  addKey: () => boolean
  /** Forgets keys by their ids. False where keys are given by the environment. */
  dropKeys: (ids: ReadonlySet<string>) => boolean
}

const DEFAULT_FILE = 'secret.keys'

/**
 * The vault that the settings choose: the keys of HUIYIN_KEY, or those of a file, which is read again when it changes.
 * The file in the data folder is made when something is sealed first; one that is named is not: every process has to
 * read the same. Throws SETTINGS_INVALID, in words, for keys that are none and a file that others may read.
 */
export function openVault({ key, keyFile: path, data, store }: VaultSettings): KeyedVault {
  if (key !== undefined) return environmentVault(parseKeys(key, 'HUIYIN_KEY'))
  if (path === undefined && store !== 'sqlite') return keyless
  const file = keyFile(path ?? join(data, DEFAULT_FILE))
  file.read() // what is wrong with it is said at the start
  return fileVault(file, path === undefined)
}

export type VaultSettings = Pick<Settings, 'key' | 'keyFile' | 'data' | 'store'>

const NO_SHARED_KEY =
  'Accounts are kept in Elasticsearch, where every process needs the same key: set HUIYIN_KEY, or HUIYIN_KEY_FILE to a ' +
  'file that every process reads (huiyin keys rotate makes it). Accounts of the settings file need no key'

const environmentVault = (keys: readonly Key[]): KeyedVault => ({
  ...vaultOf(() => keys, 'HUIYIN_KEY'),
  source: 'environment',
  addKey: () => false,
  dropKeys: () => false
})

function fileVault(file: KeyFile, makes: boolean): KeyedVault {
  const vault = vaultOf(file.read, `the file ${file.path}`)
  return {
    ...vault,
    source: 'file',
    seal(text, about) {
      if (makes && file.read().length === 0) file.make()
      return vault.seal(text, about)
    },
    addKey: () => {
      file.add()
      return true
    },
    dropKeys: ids => {
      file.drop(ids)
      return true
    }
  }
}

const keyless: KeyedVault = {
  source: 'none',
  keys: () => [],
  seal: () => {
    throw keyMissing(NO_SHARED_KEY)
  },
  open: (sealed, about) => {
    throw keyMissing(`The secret of ${about} was sealed with the key ${keyOf(sealed) ?? '(none)'}. ${NO_SHARED_KEY}`)
  },
  addKey: () => false,
  dropKeys: () => false
}

function vaultOf(keys: () => readonly Key[], where: string): Vault {
  return {
    keys: () => keys().map(({ id }) => id),
    seal(text, about) {
      const [first] = keys()
      if (first) return sealText(text, about, first)
      throw keyMissing(
        `There is no key in ${where}; huiyin keys rotate makes one, or put there what openssl rand -base64 32 prints`
      )
    },
    open(sealed, about) {
      const id = keyOf(sealed)
      if (id === undefined) throw notSealed(about)
      const key = keys().find(known => known.id === id)
      if (key) return openText(sealed, about, key)
      throw keyMissing(
        `The secret of ${about} was sealed with the key ${id}, which is not in ${where}; put that key back, or enter the secret again`
      )
    }
  }
}
