import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { keyOf } from '@huiyin/ports/vault.ts'
import fc from 'fast-check'
import t from 'tap'
import { openVault } from '../src/secrets/vault.ts'

const newKey = () => randomBytes(32).toString('base64')
const byKeys = (...keys: string[]) => openVault({ key: keys.join(','), data: 'none', store: 'sqlite' })
const inFolder = (data: string) => openVault({ data, store: 'sqlite' })
const ABOUT = 'account/wechat/wx01'
const TEXT = fc.string({ unit: 'binary', maxLength: 300 })

t.test('what is sealed', async t => {
  const vault = byKeys(newKey())

  t.test('opens again as it was, whatever characters it has', async () => {
    fc.assert(fc.property(TEXT, TEXT, (text, about) => vault.open(vault.seal(text, about), about) === text))
  })

  t.test('is refused when a single bit of it is another', async t => {
    const sealed = vault.seal('密钥-4f9a', ABOUT)
    const bits = fc.tuple(fc.nat(sealed.length - 1), fc.nat(6))
    fc.assert(
      fc.property(bits, ([at, bit]) => {
        const flipped = String.fromCharCode(sealed.charCodeAt(at) ^ (1 << bit))
        const changed = sealed.slice(0, at) + flipped + sealed.slice(at + 1)
        return refuses(() => vault.open(changed, ABOUT))
      }),
      { numRuns: 3_000 }
    )
    t.equal(vault.open(sealed, ABOUT), '密钥-4f9a')
  })

  t.test('cannot be put in another’s place', async () => {
    fc.assert(
      fc.property(TEXT, TEXT, TEXT, (text, about, other) => {
        fc.pre(about !== other)
        return refuses(() => vault.open(vault.seal(text, about), other))
      })
    )
  })

  t.test('is another text each time, names its key, and says nothing of what is in it', async t => {
    const [one, two] = [vault.seal('密钥', ABOUT), vault.seal('密钥', ABOUT)]
    t.not(one, two)
    t.match(one, /^v1\.[\w-]{8}\.[\w-]{16}\.[\w-]+$/)
    t.equal(keyOf(one), vault.keys()[0])
  })
})

function refuses(open: () => string): boolean {
  try {
    open()
    return false
  } catch (error) {
    return ['SECRET_UNREADABLE', 'KEY_MISSING'].includes((error as { code?: string }).code ?? '')
  }
}

t.test('keys of the environment', async t => {
  const [old, young] = [newKey(), newKey()]

  t.test('the first seals, all open', async t => {
    const before = byKeys(old).seal('密钥', ABOUT)
    const both = byKeys(young, old)
    t.equal(both.open(before, ABOUT), '密钥')
    t.equal(keyOf(both.seal('密钥', ABOUT)), byKeys(young).keys()[0])
  })

  t.test('a missing one is named by its id', async t => {
    const sealed = byKeys(old).seal('密钥', ABOUT)
    const [id] = byKeys(old).keys()
    t.throws(() => byKeys(young).open(sealed, ABOUT), {
      code: 'KEY_MISSING',
      message: new RegExp(`${ABOUT}.*key ${id}`)
    })
  })

  t.test('that are none are refused in words that hold none of them', async t => {
    for (const key of ['short', `${old}x`, old.slice(4), '密钥']) {
      const error = t.throws(() => byKeys(key), {
        code: 'SETTINGS_INVALID',
        message: /HUIYIN_KEY, key 1: expected 32 bytes/
      })
      t.notOk(String(error).includes(key))
    }
    t.throws(() => byKeys(old, old), { message: /key 2 is there already/ })
  })
})

t.test('the key file', async t => {
  t.test('is made when something is sealed first, for its owner only', async t => {
    const data = t.testdir({})
    const vault = inFolder(data)
    t.notOk(existsSync(join(data, 'secret.keys')))
    const sealed = vault.seal('密钥', ABOUT)
    t.equal(statSync(join(data, 'secret.keys')).mode & 0o777, 0o600)
    t.equal(inFolder(data).open(sealed, ABOUT), '密钥', 'and is read by the next process')
  })

  t.test('that others may read is refused, with what to do', { skip: process.platform === 'win32' }, async t => {
    const data = t.testdir({ 'secret.keys': `${newKey()}\n` })
    chmodSync(join(data, 'secret.keys'), 0o640)
    t.throws(() => inFolder(data), { code: 'SETTINGS_INVALID', message: /mode 640.*run chmod 600/ })
  })

  t.test('gets a new first key, and every process that has it open seals with it at once', async t => {
    const data = t.testdir({})
    const [here, elsewhere] = [inFolder(data), inFolder(data)]
    const sealed = here.seal('密钥', ABOUT)
    t.ok(elsewhere.addKey())
    t.equal(here.keys().length, 2)
    t.equal(keyOf(here.seal('密钥', ABOUT)), elsewhere.keys()[0])
    t.equal(here.open(sealed, ABOUT), '密钥')
    t.ok(here.dropKeys(new Set([keyOf(sealed)!])))
    t.throws(() => elsewhere.open(sealed, ABOUT), { code: 'KEY_MISSING' })
    t.equal(readFileSync(join(data, 'secret.keys'), 'utf8').split('\n').filter(Boolean).length, 1)
    t.equal(statSync(join(data, 'secret.keys')).mode & 0o777, 0o600)
  })

  t.test('that is named but not there is not made: every process reads the same', async t => {
    const keyFile = join(t.testdir({}), 'shared.keys')
    const vault = openVault({ keyFile, data: 'none', store: 'http://127.0.0.1:9200' })
    t.throws(() => vault.seal('密钥', ABOUT), {
      code: 'KEY_MISSING',
      message: /There is no key in the file .*huiyin keys rotate/
    })
    vault.addKey()
    t.equal(vault.open(vault.seal('密钥', ABOUT), ABOUT), '密钥')
  })

  t.test('that holds something else is refused by its name', async t => {
    const data = t.testdir({})
    writeFileSync(join(data, 'secret.keys'), 'password\n', { mode: 0o600 })
    t.throws(() => inFolder(data), { message: /The key file .*secret.keys, key 1: expected 32 bytes in base64/ })
  })
})

t.test('over Elasticsearch without a key that every process has, nothing is sealed', async t => {
  const vault = openVault({ data: t.testdir({}), store: 'http://127.0.0.1:9200' })
  t.same(vault.keys(), [])
  t.throws(() => vault.seal('密钥', ABOUT), {
    code: 'KEY_MISSING',
    message: /every process needs the same key: set HUIYIN_KEY/
  })
  const sealed = byKeys(newKey()).seal('密钥', ABOUT)
  t.throws(() => vault.open(sealed, ABOUT), { code: 'KEY_MISSING', message: new RegExp(keyOf(sealed)!) })
})
