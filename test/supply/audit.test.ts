import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { ALLOWED } from './allowed.ts'
import { artefactProblems } from './artefacts.ts'
import { type Locked, lockProblems } from './lock.ts'
import { secretsIn, secretsInHistory, secretsInTree } from './secrets.ts'
import { advisedOf } from './vulnerabilities.ts'

const ROOT = join(import.meta.dirname, '../..')
const SUM = `sha512-${'A'.repeat(86)}==`

t.test('what comes from elsewhere', async t => {
  const problems = (of: Locked) =>
    lockProblems(
      {
        lockfileVersion: 3,
        packages: { '': {}, 'node_modules/thing': { version: '1.0.0', integrity: SUM, license: 'MIT', ...of } }
      },
      { ...ALLOWED, otherLicences: {}, installScripts: {} }
    )

  t.test('is from the registry, with a checksum, under a known licence, and runs nothing', async t => {
    t.same(lockProblems(JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')), ALLOWED), [])
  })
  t.test('is refused from git, from another host, or without a checksum', async t => {
    t.same(problems({}), [])
    t.same(problems({ resolved: 'https://registry.npmjs.org/thing/-/thing-1.0.0.tgz' }), [])
    t.match(problems({ resolved: 'git+ssh://git@github.com/a/thing.git#1' }), [/comes from git/])
    t.match(problems({ resolved: 'http://registry.npmjs.org/thing.tgz' }), [/comes from http:/])
    t.match(problems({ integrity: 'sha1-abc' }), [/has no sha512/])
  })
  t.test('is refused with a script that runs when it is installed, or a licence that nobody has read', async t => {
    t.match(problems({ hasInstallScript: true }), [/runs a script/])
    t.match(problems({ license: 'AGPL-3.0' }), [/has the licence AGPL/])
    t.same(problems({ license: '(GPL-3.0-or-later OR MIT)' }), [], 'of two one may choose')
    t.match(problems({ license: 'MIT AND GPL-3.0' }), [/has the licence/])
  })
  t.test('and what is allowed by name is there', async t => {
    const gone = { ...ALLOWED, installScripts: { 'left@1.0.0': '' }, otherLicences: {} }
    t.match(lockProblems({ lockfileVersion: 3, packages: {} }, gone), ['left@1.0.0 is allowed and not there any more'])
  })
})

t.test('weights and programs in the repository are those that were noted', async t => {
  t.same(artefactProblems(ROOT), [])
})

t.test('secrets', async t => {
  const uuid = '3f2b8c1d-9e47-4a6b-8d25-7c91e0f4b6a3'
  const hex = '9f8e2b7c4d1a6053'.repeat(4)
  const SAMPLES: Record<string, string> = {
    'private key': `-----BEGIN ${'PRIVATE'} KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7Vo9qk2x8Wm5T\n`,
    'AWS access key': `AKIA${'Q7RZ2MPLX8KD4VYT'}`,
    'Aliyun access key': `LTAI${'5tQ7Rz2MpLx8Kd4VyT9w'}`,
    'Tencent Cloud secret id': `AKID${'q7Rz2MpLx8Kd4VyT9wBn3Hs6Jf1Gc5Ua'}`,
    'GitHub token': `ghp_${'q7Rz2MpLx8Kd4VyT9wBn3Hs6Jf1Gc5UaE0iO'}`,
    'npm token': `npm_${'q7Rz2MpLx8Kd4VyT9wBn3Hs6Jf1Gc5UaE0iO'}`,
    'Slack token': `xoxb-${'83920174651-q7Rz2MpLx8Kd4VyT'}`,
    'Google key': `AIza${'Sy8Kd4VyT9wBn3Hs6Jf1Gc5UaE0iOq7Rz2M'}`,
    'OpenAI key': `sk-${'q7Rz2MpLx8Kd4VyT9wBn3Hs6Jf1Gc5Ua'}`,
    'JSON Web Token': `eyJ${'hbGciOiJIUzI1NiIsInR5'}.eyJ${'pc3MiOiJodWl5aW4iLCJzdWI'}.${'q7Rz2MpLx8Kd4VyT9wBn3Hs6'}`,
    'WeCom robot': `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${uuid}`,
    'DingTalk robot': `https://oapi.dingtalk.com/robot/send?access_token=${hex}`,
    'Feishu robot': `https://open.feishu.cn/open-apis/bot/v2/hook/${uuid}`,
    'password in an address': `smtp://mailer:${'Vy9wBn3Hs6Jf'}@mail.office.gov.cn`,
    'key of this house': `"key": "${'q7Rz2MpLx8Kd4VyT9wBn3Hs6Jf1Gc5UaE0iOq7Rz2Mp'}"`
  }
  t.test('are known by their form, and shown only in part', async t => {
    for (const [kind, sample] of Object.entries(SAMPLES)) {
      const [found] = secretsIn(`before ${sample} behind`, 'file')
      t.equal(found?.kind, kind)
      t.ok((found?.shown.length ?? 99) < 40)
    }
    t.same(secretsIn('key=00000000-0000-0000-0000-000000000000 sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', 'file'), [])
  })
  t.test('stand nowhere in the tree', async t => t.same(secretsInTree(ROOT), []))
  t.test('and never stood in it', async t => t.same(secretsInHistory(ROOT), []))
})

t.test('known vulnerabilities', async t => {
  t.test('of high severity are told', async t => {
    const of = { a: { name: 'a', severity: 'high', range: '<2' }, b: { name: 'b', severity: 'low', range: '*' } }
    t.same(advisedOf(JSON.stringify({ vulnerabilities: of })), { known: true, high: ['a <2: high'] })
  })
  t.test('are said to be unknown where the registry does not answer', async t => {
    t.match(advisedOf('{"message":"405 Method Not Allowed","statusCode":405}'), { known: false, why: /405/ })
    t.match(advisedOf(''), { known: false })
  })
})
