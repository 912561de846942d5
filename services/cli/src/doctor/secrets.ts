import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createSecureContext } from 'node:tls'
import { openVault } from '@huiyin/adapters/secrets/vault.ts'
import { checkListening } from '@huiyin/api/listening.ts'
import type { Settings } from '@huiyin/schemas/settings.ts'
import { type Finding, fail, ok, warn } from './finding.ts'

const DAY = 86_400_000
const SOON = 21 * DAY

/** Whether what is said of listening holds, and for how long the certificates do. */
export function tlsFindings(settings: Settings, now: number): Finding[] {
  const findings: Finding[] = []
  try {
    checkListening(settings)
    findings.push(
      settings.insecure === 'yes'
        ? warn(
            'listening',
            `${settings.host}: HUIYIN_INSECURE=yes`,
            'passwords go in the clear; for closed test networks only'
          )
        : ok('listening', settings.host)
    )
  } catch (error) {
    findings.push(fail('listening', (error as Error).message, 'set what it names'))
  }
  const { tlsCert, tlsKey, kafkaCa, kafkaCert, storeCa } = settings
  if (tlsCert !== undefined && tlsKey !== undefined) findings.push(pairFinding(tlsCert, tlsKey))
  const files = {
    HUIYIN_TLS_CERT: tlsCert,
    HUIYIN_KAFKA_CA: kafkaCa,
    HUIYIN_KAFKA_CERT: kafkaCert,
    HUIYIN_STORE_CA: storeCa
  }
  for (const [name, file] of Object.entries(files)) if (file !== undefined) findings.push(expiry(name, file, now))
  return findings
}

function pairFinding(cert: string, key: string): Finding {
  try {
    createSecureContext({ cert: readFileSync(cert), key: readFileSync(key) })
    return ok('tls', 'certificate and key belong together')
  } catch (error) {
    return fail(
      'tls',
      `HUIYIN_TLS_CERT and HUIYIN_TLS_KEY: ${(error as Error).message}`,
      'give a certificate with its own key, in PEM'
    )
  }
}

function expiry(name: string, file: string, now: number): Finding {
  try {
    const { validTo } = new X509Certificate(readFileSync(file))
    const until = Date.parse(validTo)
    const found = `${file} holds until ${new Date(until).toISOString().slice(0, 10)}`
    if (until < now)
      return fail(
        name,
        `${file} expired on ${new Date(until).toISOString().slice(0, 10)}`,
        'put a new one in its place'
      )
    return until - now < SOON ? warn(name, found, 'put a new one in its place before that') : ok(name, found)
  } catch (error) {
    return fail(
      name,
      `${file}: ${(error as NodeJS.ErrnoException).code ?? (error as Error).message}`,
      'name a file with a certificate in PEM'
    )
  }
}

/** Whether credentials can be sealed and opened. */
export function keyFinding(settings: Settings): Finding {
  try {
    const { source } = openVault(settings)
    if (source === 'none')
      return warn(
        'key',
        'none that every process reads',
        'set HUIYIN_KEY_FILE, or accounts can stand in the settings file only'
      )
    return ok(
      'key',
      source === 'environment' ? 'from HUIYIN_KEY' : (settings.keyFile ?? 'secret.keys in the data folder')
    )
  } catch (error) {
    return fail('key', (error as Error).message, 'see that every process reads the same keys, and nobody else does')
  }
}
