import { existsSync } from 'node:fs'
import { mkdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { elasticsearchHome } from './jars.ts'
import type { Recipe } from './jvm.ts'
import { elasticsearchIsReady } from './probe.ts'

/** How one Elasticsearch node without security is started over the data in `dir`; `flags` are the JVM's. */
export async function elasticsearchRecipe(
  jdk: string,
  dir: string,
  [port, transport]: number[],
  flags: readonly string[]
): Promise<Recipe> {
  const home = await elasticsearchHome(jdk)
  const modules = join(dir, 'modules')
  await mkdir(dir, { recursive: true })
  if (!existsSync(modules)) await symlink(join(home, 'modules'), modules)
  return {
    name: 'Elasticsearch',
    java: join(jdk, 'java'),
    args: [
      ...['-Xms256m', '-Xmx1g', '-XX:MaxDirectMemorySize=512m', ...flags, `-Des.path.home=${dir}`],
      ...['--enable-native-access=ALL-UNNAMED', '--add-opens', 'java.base/java.io=ALL-UNNAMED'],
      ...['-cp', `${home}/lib/*:${home}/classes`, 'WithParent', 'EsNode', dir, String(port), String(transport)]
    ],
    log: join(dir, 'log'),
    answers: () => elasticsearchIsReady(`http://127.0.0.1:${port}`)
  }
}
