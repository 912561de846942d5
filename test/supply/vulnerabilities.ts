import { spawnSync } from 'node:child_process'

export type Advised =
  | { known: true; high: string[] }
  /** The registry has no answer: a mirror without advisories, or no network. */
  | { known: false; why: string }

/** What `npm audit --json` said. Packages of high and critical severity that the house itself runs on. */
export function advisedOf(text: string): Advised {
  try {
    const { vulnerabilities, message, error } = JSON.parse(text)
    if (typeof vulnerabilities !== 'object') return { known: false, why: message ?? error?.summary ?? 'no answer' }
    const all = Object.values(vulnerabilities) as { name: string; severity: string; range: string }[]
    const grave = all.filter(({ severity }) => severity === 'high' || severity === 'critical')
    return { known: true, high: grave.map(({ name, severity, range }) => `${name} ${range}: ${severity}`) }
  } catch {
    return { known: false, why: text.trim().split('\n')[0]?.slice(0, 200) || 'no answer' }
  }
}

export function askAdvisories(root: string): Advised {
  const { stdout } = spawnSync(
    'npm',
    ['audit', '--omit', 'dev', '--json', '--fetch-retries=0', '--fetch-timeout=15000'],
    {
      cwd: root,
      encoding: 'utf8',
      timeout: 60_000
    }
  )
  return advisedOf(stdout)
}
