import { composeEngines, hasDocker } from './compose.ts'
import { canHaveJars, elasticsearchHome, kafkaHome, NO_MAVEN } from './jars.ts'
import { findJdk } from './jdk.ts'
import { type Engines, launchEngines, NO_JDK } from './launch.ts'

/** How this machine can have engines: what to prepare once, and how to start them. */
export interface Means {
  prepare: () => Promise<void>
  start: () => Promise<Pick<Engines, 'brokers' | 'elasticsearch' | 'stop'>>
}

/** A JDK and the jars come first, Docker second; without either, the reason in one sentence. */
export async function findMeans(): Promise<Means | { missing: string }> {
  const jdk = await findJdk()
  if (jdk && (await canHaveJars())) return { prepare: () => prepareHomes(jdk), start: launchEngines }
  if (await hasDocker()) return { prepare: async () => {}, start: composeEngines }
  return { missing: `${jdk ? NO_MAVEN : NO_JDK}; or start Docker` }
}

async function prepareHomes(jdk: string) {
  await kafkaHome(jdk)
  await elasticsearchHome(jdk)
}
