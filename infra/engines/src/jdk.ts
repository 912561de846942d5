import { execFile } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'

const JVMS = '/usr/lib/jvm'
const OLDEST = 21
const run = promisify(execFile)

/** The folder of `java`, `javac` and `jar` of a JDK that is new enough, or undefined. */
export async function findJdk(): Promise<string | undefined> {
  for (const bin of await candidates()) {
    if ((await version(bin)) >= OLDEST) return bin
  }
}

async function candidates(): Promise<string[]> {
  const { JAVA_HOME, PATH = '' } = process.env
  const installed = await readdir(JVMS).catch(() => [])
  return [
    ...(JAVA_HOME ? [join(JAVA_HOME, 'bin')] : []),
    ...installed.map(name => join(JVMS, name, 'bin')),
    ...PATH.split(delimiter).filter(Boolean)
  ]
}

// javac, not java: a runtime alone cannot compile our two small classes.
async function version(bin: string): Promise<number> {
  try {
    const { stdout, stderr } = await run(join(bin, 'javac'), ['-version'])
    return Number(/javac (\d+)/.exec(stdout + stderr)?.[1] ?? 0)
  } catch {
    return 0
  }
}
