import type { Settings } from '@huiyin/schemas/settings.ts'
import { type Finding, fail, ok, warn } from './finding.ts'

/** How Kafka stands, where the log is there. */
export async function kafkaFindings(settings: Settings): Promise<Finding[]> {
  if (settings.log === 'sqlite') return []
  const { inspectKafka } = await import('@huiyin/adapters/kafka/inspect.ts')
  const found = await inspectKafka(settings).catch((error: Error) => ({ fault: error.message }))
  if ('fault' in found) return [fail('kafka', found.fault, 'mend what it says, then ask again')]
  const count = found.brokers === 1 ? '1 broker' : `${found.brokers} brokers`
  const cluster =
    found.brokers >= 3
      ? ok('kafka', `${count}, reached and signed in`)
      : warn('kafka', `${count}, reached and signed in`, 'three keep what was acknowledged when one is lost')
  return [cluster, ...Object.entries(found.topics).map(([topic, faults]) => topicFinding(topic, faults))]
}

function topicFinding(topic: string, faults: string[] | undefined): Finding {
  if (faults === undefined) return ok(topic, 'not there yet; the first service that starts makes it')
  if (faults.length === 0) return ok(topic, 'as it has to be')
  return fail(topic, faults.join('; '), 'change the topic, or let Huiyin make another under another HUIYIN_PREFIX')
}

/** How Elasticsearch stands, where the store is there. */
export async function storeFindings(settings: Settings): Promise<Finding[]> {
  if (settings.store === 'sqlite') return []
  const { inspectStore, STORE_VERSION } = await import('@huiyin/adapters/elasticsearch/inspect.ts')
  const found = await inspectStore(settings).catch((error: Error) => ({ fault: error.message }))
  if ('fault' in found) return [fail('elasticsearch', found.fault, 'mend what it says, then ask again')]
  const { version, status, dataNodes, license, open, layout } = found
  const findings = [
    versionFinding(version, STORE_VERSION),
    health(status, dataNodes),
    open
      ? warn('security', 'it lets in whoever asks', 'switch xpack.security on, and give Huiyin a key of its own')
      : ok('security', 'it asks who one is')
  ]
  if (license)
    findings.push(
      license.status === 'active'
        ? ok('license', `${license.type}, active`)
        : fail('license', `${license.type}, ${license.status}`, 'renew it, or go back to basic')
    )
  findings.push(
    layout.length === 0
      ? ok('indices', 'as they have to be')
      : fail('indices', layout.slice(0, 3).join('; '), 'set them back, or npx huiyin rebuild')
  )
  return findings
}

function versionFinding(version: string, needed: number): Finding {
  const name = 'elasticsearch'
  if (version === '') return warn(name, 'reached; it does not tell us its version', `see that it is ${needed}`)
  if (version.split(', ').every(one => one.startsWith(`${needed}.`)))
    return ok(name, `${version}, reached and signed in`)
  return fail(name, version, `Huiyin needs Elasticsearch ${needed}`)
}

function health(status: string, dataNodes: number): Finding {
  const found = `${status}, ${dataNodes} data node${dataNodes === 1 ? '' : 's'}`
  if (status === 'red')
    return fail('cluster', found, 'find the shards that are missing: GET /_cluster/allocation/explain')
  if (dataNodes < 2) return warn('cluster', found, 'with a second node nothing is lost with a disk')
  return status === 'green'
    ? ok('cluster', found)
    : warn('cluster', found, 'copies are missing: GET /_cluster/allocation/explain')
}
