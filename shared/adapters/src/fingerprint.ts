import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, realpath, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/**
 * Tells an installation from a copy of it. What stays the same in a restart, an update and a new container over the
 * same volume goes in; what a copy or a restored backup has otherwise makes the difference.
 */
const fingerprintOf = (...parts: readonly string[]) => createHash('sha256').update(JSON.stringify(parts)).digest('hex')

/** Of a deployment in one folder: the machine, where the folder lies, and which file the database is. */
export async function folderFingerprint(folder: string, machine = machineId): Promise<string> {
  const path = await realpath(folder)
  const { ino } = await stat(join(path, 'huiyin.db'), { bigint: true })
  return fingerprintOf('folder', await machine(path), path, String(ino))
}

/** Of a deployment over Elasticsearch: the cluster, and the first part of the names of its indices. */
export const clusterFingerprint = (clusterId: string, prefix: string): string =>
  fingerprintOf('cluster', clusterId, prefix)

const run = promisify(execFile)

/** What the operating system calls this machine. In a container nothing outlives an update but the volume. */
async function machineId(folder: string): Promise<string> {
  if (isContainer()) return `container ${await madeAt(folder)}`
  return (await systemId().catch(() => undefined)) || hostname() // there are systems that have no such id
}

const isContainer = () =>
  existsSync('/.dockerenv') || existsSync('/run/.containerenv') || process.env.KUBERNETES_SERVICE_HOST !== undefined

/** When the folder was made; nothing where the file system does not know, and says 1970 or the last change instead. */
async function madeAt(folder: string): Promise<string> {
  const { birthtimeNs, ctimeNs } = await stat(folder, { bigint: true })
  return birthtimeNs === 0n || birthtimeNs === ctimeNs ? '' : String(birthtimeNs)
}

async function systemId(): Promise<string | undefined> {
  if (process.platform === 'darwin')
    return uuidIn((await run('ioreg', ['-rd1', '-c', 'IOPlatformExpertDevice'])).stdout)
  if (process.platform === 'win32')
    return uuidIn((await run('reg', ['query', 'HKLM\\SOFTWARE\\Microsoft\\Cryptography', '/v', 'MachineGuid'])).stdout)
  return (await readFile('/etc/machine-id', 'utf8')).trim()
}

const uuidIn = (text: string) => /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i.exec(text)?.[0]
