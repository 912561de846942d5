/** `fail`: it will not work so; `warn`: it will, until something happens. */
export type Level = 'ok' | 'warn' | 'fail'

export interface Finding {
  name: string
  level: Level
  /** What was found; no secret. */
  found: string
  /** What to do, in one sentence. */
  advice?: string
}

export const ok = (name: string, found: string): Finding => ({ name, level: 'ok', found })
export const warn = (name: string, found: string, advice: string): Finding => ({ name, level: 'warn', found, advice })
export const fail = (name: string, found: string, advice: string): Finding => ({ name, level: 'fail', found, advice })

const SIGN: Record<Level, string> = { ok: 'ok  ', warn: 'warn', fail: 'FAIL' }

/** What a person at the terminal reads. */
export function findingsPage(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ name }) => name.length))
  const lines = findings.map(({ name, level, found, advice }) => {
    const line = `${SIGN[level]}  ${name.padEnd(width)}  ${found}`
    return advice === undefined ? line : `${line}\n      ${' '.repeat(width)}  → ${advice}`
  })
  const count = (level: Level) => findings.filter(finding => finding.level === level).length
  return `${lines.join('\n')}\n\n${count('ok')} ok, ${count('warn')} to look at, ${count('fail')} to mend\n`
}
