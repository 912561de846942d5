import { readFileSync, unwatchFile, watchFile } from 'node:fs'
import type { Server } from 'node:net'
import { createSecureContext, Server as TlsServer } from 'node:tls'
import { settingsInvalid } from '@huiyin/domain/errors.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import type { Settings } from '@huiyin/schemas/settings.ts'
import { errorFacts } from './log.ts'

export type Certificate = { cert: Buffer; key: Buffer }
type Files = { tlsCert: string; tlsKey: string }

const LOOKS = 5_000 // ms; a link that is turned to another file is a change too

/** The files by which TLS is ended here; undefined where it is not. */
export const certificateFiles = ({ tlsCert, tlsKey }: Partial<Pick<Settings, keyof Files>>): Files | undefined =>
  tlsCert !== undefined && tlsKey !== undefined ? { tlsCert, tlsKey } : undefined

/** Throws SETTINGS_INVALID where a file cannot be read, or they are no certificate and its key. */
export function readCertificate({ tlsCert, tlsKey }: Files): Certificate {
  const read = { cert: fileOf('HUIYIN_TLS_CERT', tlsCert), key: fileOf('HUIYIN_TLS_KEY', tlsKey) }
  try {
    createSecureContext(read)
  } catch (error) {
    throw settingsInvalid(
      `HUIYIN_TLS_CERT (${tlsCert}) and HUIYIN_TLS_KEY (${tlsKey}) are no certificate and its key in PEM: ${(error as Error).message}`,
      error
    )
  }
  return read
}

/** New connections get what the files hold from then on; one that is not good is told in the log, and the old serves on. */
export function renewCertificate(
  server: Server,
  files: Files,
  { logger, every = LOOKS }: { logger: Logger; every?: number }
) {
  const renew = () => {
    try {
      if (server instanceof TlsServer) server.setSecureContext(readCertificate(files))
      logger.info({}, 'the certificate was read anew')
    } catch (error) {
      logger.error({ error: errorFacts(error) }, 'the new certificate is not good, the old one serves on')
    }
  }
  const paths = [files.tlsCert, files.tlsKey]
  for (const path of paths) watchFile(path, { interval: every, persistent: false }, renew)
  server.once('close', () => {
    for (const path of paths) unwatchFile(path, renew)
  })
}

function fileOf(name: string, path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    throw settingsInvalid(`${name}: the file ${path} cannot be read (${(error as NodeJS.ErrnoException).code})`, error)
  }
}
