import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes']

/** Files in PEM. */
export interface Certificate {
  cert: string
  key: string
}

export interface Authority {
  /** Its own certificate. */
  ca: string
  /** Signs a certificate for these names (`localhost`, `127.0.0.1`); days below 0 have passed already. */
  issue: (name: string, names?: readonly string[], days?: number) => Promise<Certificate>
}

/** A certificate authority for tests, in this folder. Needs openssl. */
export async function makeAuthority(folder: string, name = 'authority'): Promise<Authority> {
  const at = (file: string) => join(folder, `${name}-${file}`)
  const [ca, caKey] = [at('ca.pem'), at('ca.key')]
  await run('openssl', ['req', '-x509', ...KEY, '-days', '10', '-subj', `/CN=${name}`, '-keyout', caKey, '-out', ca])

  async function issue(
    of: string,
    names: readonly string[] = ['localhost', '127.0.0.1'],
    days = 2
  ): Promise<Certificate> {
    const [cert, key, asked, extensions] = ['pem', 'key', 'csr', 'ext'].map(end => at(`${of}.${end}`))
    await writeFile(extensions!, `subjectAltName=${names.map(subject).join(',')}\n`)
    await run('openssl', ['req', ...KEY, '-subj', `/CN=${of}`, '-keyout', key!, '-out', asked!])
    const signed = ['-CA', ca, '-CAkey', caKey, '-CAcreateserial', '-days', String(days), '-extfile', extensions!]
    await run('openssl', ['x509', '-req', '-in', asked!, ...signed, '-out', cert!])
    return { cert: cert!, key: key! }
  }
  return { ca, issue }
}

const subject = (name: string) => (/^[\d.]+$/.test(name) ? `IP:${name}` : `DNS:${name}`)
