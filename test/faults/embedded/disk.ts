import { execFile, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)
const SIZE = '64m'

/** A small disk of its own at the folder, where this person may mount one; undefined where not. */
export async function smallDisk(folder: string): Promise<{ remove: () => Promise<void> } | undefined> {
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${SIZE},mode=700`, 'huiyin-faults', folder])
  } catch {
    return undefined // needs root: the run says that it was not tried
  }
  const umount = ['umount', '-l', folder] as const
  const atEnd = () => void spawnSync(umount[0], umount.slice(1))
  process.once('exit', atEnd)
  return {
    async remove() {
      process.off('exit', atEnd)
      await run(umount[0], umount.slice(1))
    }
  }
}
