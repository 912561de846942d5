import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What looks like a secret that opens something, where it stands, and as much of it as may be shown. */
export interface SecretFound {
  place: string
  kind: string
  shown: string
}

/** Each form is so special that nothing else looks like it; a password of eight letters is found by nobody. */
const FORMS: Record<string, RegExp> = {
  'private key': /-----BEGIN (?:RSA |EC |DSA |OPENSSH |ENCRYPTED )?PRIVATE KEY-----\s*\n?[A-Za-z0-9+/=\s]{64,}/g,
  'AWS access key': /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g,
  'Aliyun access key': /\bLTAI[0-9A-Za-z]{16,24}\b/g,
  'Tencent Cloud secret id': /\bAKID[0-9A-Za-z]{32}\b/g,
  'GitHub token': /\b(?:gh[pousr]_[0-9A-Za-z]{36}|github_pat_[0-9A-Za-z_]{60,})\b/g,
  'npm token': /\bnpm_[0-9A-Za-z]{36}\b/g,
  'Slack token': /\bxox[abprs]-[0-9A-Za-z-]{20,}/g,
  'Google key': /\bAIza[0-9A-Za-z_-]{35}\b/g,
  'OpenAI key': /\bsk-(?:proj-)?[0-9A-Za-z]{32,}\b/g,
  'JSON Web Token': /\beyJ[0-9A-Za-z_-]{15,}\.eyJ[0-9A-Za-z_-]{15,}\.[0-9A-Za-z_-]{20,}/g,
  'WeCom robot': /qyapi\.weixin\.qq\.com\/cgi-bin\/webhook\/send\?key=[0-9a-f]{8}-[0-9a-f-]{27}/g,
  'DingTalk robot': /oapi\.dingtalk\.com\/robot\/send\?access_token=[0-9a-f]{64}/g,
  'Feishu robot': /open\.feishu\.cn\/open-apis\/bot\/v2\/hook\/[0-9a-f]{8}-[0-9a-f-]{27}/g,
  'password in an address': /\b[a-z][a-z0-9+]{2,10}:\/\/[^\s:/@'"`$<>{}()]{1,40}:[^\s:/@'"`$<>{}()]{6,60}@[a-z0-9.-]+/g,
  'key of this house': /"key":\s*"[A-Za-z0-9+/_-]{43}=?"/g
}

/** Letters that repeat, count up or are told to be an example are no secret. */
const isExample = (text: string) =>
  /example|xxxx|0123456|1234567|abcdef|(.)\1{5}|00000000-0000|placeholder|secret|passwor|wrong|hunter2/i.test(text)

/** What a text holds that must not leave the machine of who wrote it. */
export function secretsIn(text: string, place: string): SecretFound[] {
  return Object.entries(FORMS).flatMap(([kind, form]) =>
    Array.from(text.matchAll(form), ([found]) => found)
      .filter(found => !isExample(found))
      .map(found => ({ place, kind, shown: `${found.slice(0, 8)}… (${found.length} characters)` }))
  )
}

const LARGEST = 5 * 1024 * 1024
const git = (root: string, ...args: string[]) =>
  execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 1024 * 1024 * 1024 })

/** The files that are kept, and those that would be with the next commit. */
export function secretsInTree(root: string): SecretFound[] {
  const files = git(root, 'ls-files', '--cached', '--others', '--exclude-standard', '-z').split('\0').filter(Boolean)
  return files
    .map(file => [file, join(root, file)] as const)
    .filter(([, path]) => existsSync(path) && statSync(path).isFile() && statSync(path).size < LARGEST)
    .flatMap(([file, path]) => secretsIn(readFileSync(path, 'utf8'), file))
}

/** Every line that was ever added: what was taken out again can still be read. */
export function secretsInHistory(root: string): SecretFound[] {
  const all = git(root, 'log', '--all', '-p', '--no-color', '--no-ext-diff', '--unified=0', '--format=commit %h')
  return all.split(/^(?=commit [0-9a-f]{7,}$)/m).flatMap(commit => {
    const added = Array.from(commit.matchAll(/^\+(?!\+\+ )(.*)$/gm), ([, line]) => line).join('\n')
    return secretsIn(added, commit.slice(0, commit.indexOf('\n')))
  })
}
