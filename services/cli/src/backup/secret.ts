import { existsSync } from 'node:fs'
import type { BackupSecret } from '@huiyin/adapters/backup/secret.ts'
import { keyFile } from '@huiyin/adapters/secrets/key-file.ts'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import type { Settings } from '@huiyin/schemas/settings.ts'
import { questions } from '../accounts/questions.ts'

/** The key of the archive: a file, the passphrase of the settings, or what a person types. Throws KEY_MISSING. */
export async function secretOf(
  { backupKeyFile, backupPassphrase }: Pick<Settings, 'backupKeyFile' | 'backupPassphrase'>,
  given: { keyFile?: string; twice?: boolean }
): Promise<BackupSecret> {
  const file = given.keyFile ?? (backupPassphrase === undefined ? backupKeyFile : undefined)
  if (file !== undefined) return { keyFile: existing(file) }
  if (backupPassphrase !== undefined) return { passphrase: backupPassphrase }
  if (process.stdin.isTTY) return { passphrase: await typed(given.twice === true) }
  throw new HuiyinError(
    'KEY_MISSING',
    'A backup is sealed: name a key file by --key-file or HUIYIN_BACKUP_KEY_FILE (huiyin backup key <file> makes one), or give HUIYIN_BACKUP_PASSPHRASE'
  )
}

function existing(file: string): string {
  if (existsSync(file)) return file
  throw new HuiyinError('KEY_MISSING', `There is no key file ${file}; huiyin backup key ${file} makes one`)
}

async function typed(twice: boolean): Promise<string> {
  const asking = questions({ input: process.stdin, output: process.stderr })
  try {
    const passphrase = await asking.ask('Passphrase of the archive', true)
    if (!twice || (await asking.ask('Once more', true)) === passphrase) return passphrase
    throw new HuiyinError('INVALID_REQUEST', 'The two passphrases are not the same')
  } finally {
    asking.end()
  }
}

/** Makes a key file that nobody but its owner may read. Throws INVALID_REQUEST where one stands. */
export function makeKeyFile(path: string): string {
  if (existsSync(path)) throw new HuiyinError('INVALID_REQUEST', `${path} is there already and is left as it is`)
  const file = keyFile(path)
  file.make()
  return file.read()[0]!.id
}
