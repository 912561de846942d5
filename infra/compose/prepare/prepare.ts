import { randomBytes, X509Certificate } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { isIPv4 } from 'node:net'
import { join } from 'node:path'
import { makeCertificate } from './certificate.ts'

/*
 * Runs to its end before anything else starts: makes the authority, the certificates and the passwords that are not
 * there yet, and hands to each service what is its own, readable by its user only. What is there stays; certificates
 * that end within 30 days are made anew, and their services take them at their next start.
 */
const DAY = 86_400_000
const RENEW_BEFORE = 30
const AUTHORITY = 'Huiyin compose authority'

/** Writes under another name first: nobody reads half a file. */
function put(file: string, content: string, owner: number): void {
  writeFileSync(`${file}.new`, content, { mode: 0o400 })
  if (process.getuid?.() === 0) chownSync(`${file}.new`, owner, owner)
  renameSync(`${file}.new`, file)
}

function folder(path: string, owner: number): string {
  mkdirSync(path, { recursive: true })
  if (process.getuid?.() === 0) chownSync(path, owner, owner)
  chmodSync(path, 0o700)
  return path
}

const isGood = (file: string, names: readonly string[]): boolean => {
  if (!existsSync(file)) return false
  const certificate = new X509Certificate(readFileSync(file))
  const fits = names.every(name => (isIPv4(name) ? certificate.checkIP(name) : certificate.checkHost(name)))
  return fits && Date.parse(certificate.validTo) - Date.now() > RENEW_BEFORE * DAY
}

function authorityIn(path: string) {
  const [cert, key] = [join(path, 'ca.pem'), join(path, 'ca.key')]
  if (!isGood(cert, [])) {
    const made = makeCertificate({ name: AUTHORITY, days: 3650 })
    put(key, made.key, 0)
    put(cert, made.cert, 0)
  }
  return { name: AUTHORITY, cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') }
}

export interface Preparing {
  /** Names and addresses under which the page is opened. */
  apiNames?: readonly string[]
  /** Further ones of Kafka and Elasticsearch. */
  engineNames?: readonly string[]
  owners?: typeof OWNERS
}

/** Makes everything under `root`: authority, kafka, elasticsearch and huiyin. Owners are the users of the images. */
export function prepare(
  root: string,
  { apiNames = ['localhost', '127.0.0.1'], engineNames = [], owners = OWNERS }: Preparing = {}
): void {
  const authority = authorityIn(folder(join(root, 'authority'), 0))
  const kept = join(root, 'authority')
  const password = (name: string) => {
    const file = join(kept, name)
    if (!existsSync(file)) put(file, randomBytes(24).toString('base64url'), 0)
    return readFileSync(file, 'utf8')
  }
  const give = (service: keyof typeof OWNERS, files: Record<string, string>) => {
    const path = folder(join(root, service), owners[service])
    for (const [name, content] of Object.entries(files)) put(join(path, name), content, owners[service])
  }
  const certified = (service: string, names: readonly string[]) => {
    const file = join(kept, `${service}.pem`)
    if (!isGood(file, names)) {
      const made = makeCertificate({ name: names[0]!, names, days: 820, issuer: authority })
      put(join(kept, `${service}.key`), made.key, 0)
      put(file, made.cert + authority.cert, 0)
    }
    return { cert: readFileSync(file, 'utf8'), key: readFileSync(join(kept, `${service}.key`), 'utf8') }
  }
  const kafka = certified('kafka', ['kafka', ...engineNames])
  const node = certified('elasticsearch', ['elasticsearch', 'localhost', ...engineNames])
  const api = certified('api', apiNames)
  const keys = join(kept, 'secret.keys')
  if (!existsSync(keys)) put(keys, `${randomBytes(32).toString('base64')}\n`, 0)

  give('kafka', {
    'keystore.pem': kafka.key + kafka.cert,
    'ca.pem': authority.cert,
    password: password('kafka-password')
  })
  give('elasticsearch', {
    ...{ 'node.pem': node.cert, 'node.key': node.key, 'ca.pem': authority.cert },
    password: password('elastic-password')
  })
  give('huiyin', {
    ...{ 'ca.pem': authority.cert, 'api.pem': api.cert, 'api.key': api.key },
    'secret.keys': readFileSync(keys, 'utf8'),
    'kafka-password': password('kafka-password'),
    'store-password': password('store-password')
  })
  give('store-user', {
    ...{ 'ca.pem': authority.cert, 'elastic-password': password('elastic-password') },
    'store-password': password('store-password')
  })
}

const OWNERS = { kafka: 1000, elasticsearch: 1000, huiyin: 10001, 'store-user': 10001 }

if (import.meta.main) {
  const { API_NAMES = 'localhost,127.0.0.1', PREPARED = '/prepared' } = process.env
  prepare(PREPARED, { apiNames: API_NAMES.split(',').map(name => name.trim()) })
}
