import { existsSync } from 'node:fs'
import { cp, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { kafkaHome, kafkaSettings } from './jars.ts'
import type { Recipe } from './jvm.ts'

/** How one Kafka broker, its own controller, is started over the data in `dir`; `flags` are the JVM's. */
export async function kafkaRecipe(
  jdk: string,
  dir: string,
  [port, controller]: number[],
  flags: readonly string[]
): Promise<Recipe> {
  const home = await kafkaHome(jdk)
  const data = join(dir, 'data')
  const settings = join(dir, 'server.properties')
  await mkdir(dir, { recursive: true })
  if (!existsSync(data)) await cp(join(home, 'data'), data, { recursive: true })
  await writeFile(settings, kafkaSettings(data, port!, controller!))
  return {
    name: 'Kafka',
    java: join(jdk, 'java'),
    args: ['-Xmx512m', ...flags, '-cp', `${home}/lib/*:${home}/classes`, 'WithParent', 'kafka.Kafka', settings],
    log: join(dir, 'log'),
    answers: async log => log.includes('Kafka Server started')
  }
}
