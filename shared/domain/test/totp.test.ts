import fc from 'fast-check'
import t from 'tap'
import { base32, fromBase32, hotp, matchingStep, otpauthUri, stepAt } from '../src/sign-in/totp.ts'

const SECRET = Buffer.from('12345678901234567890')
const SECOND = 1000

t.test('codes of an authenticator', async t => {
  t.test('are those of RFC 4226', async t => {
    const codes = '755224 287082 359152 969429 338314 254676 287922 162583 399871 520489'.split(' ')
    t.same(
      codes.map((_, counter) => hotp(SECRET, counter)),
      codes
    )
  })

  t.test('are those of RFC 6238, with eight digits', async t => {
    const vectors: [number, string][] = [
      [59, '94287082'],
      [1111111109, '07081804'],
      [1111111111, '14050471'],
      [1234567890, '89005924'],
      [2000000000, '69279037'],
      [20000000000, '65353130']
    ]
    for (const [seconds, code] of vectors) t.equal(hotp(SECRET, stepAt(seconds * SECOND), 8), code)
  })

  t.test('count in their own step, the one before and the one after, and not beyond', async t => {
    const now = 1_234_567_890 * SECOND
    const at = (steps: number) => matchingStep(SECRET, hotp(SECRET, stepAt(now) + steps), now)
    t.same([-2, -1, 0, 1, 2].map(at), [undefined, stepAt(now) - 1, stepAt(now), stepAt(now) + 1, undefined])
  })

  t.test('count once', async t => {
    const now = 1_234_567_890 * SECOND
    const code = hotp(SECRET, stepAt(now))
    const step = matchingStep(SECRET, code, now)
    t.equal(matchingStep(SECRET, code, now + SECOND, step), undefined)
  })

  t.test('may be typed with a space, and in the full width of a Chinese keyboard', async t => {
    const now = 59 * SECOND
    t.equal(hotp(SECRET, stepAt(now)), '287082')
    for (const code of ['287 082', ' 287082', '２８７０８２']) t.equal(matchingStep(SECRET, code, now), 1, code)
    for (const code of ['', '28708', '2870821', '287083', '二八七零八二'])
      t.equal(matchingStep(SECRET, code, now), undefined, code)
  })
})

t.test('a secret', async t => {
  t.test('is written as RFC 4648 says, and read again', async t => {
    t.equal(base32(Buffer.from('foobar')), 'MZXW6YTBOI')
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), bytes => Buffer.from(fromBase32(base32(bytes))).equals(bytes))
    )
  })

  t.test('is given to an authenticator by an address that names the house and the person', async t => {
    t.equal(
      otpauthUri({ issuer: 'Huiyin 回音', account: 'li.jing', secret: 'MZXW6' }),
      'otpauth://totp/Huiyin%20%E5%9B%9E%E9%9F%B3:li.jing?secret=MZXW6&issuer=Huiyin%20%E5%9B%9E%E9%9F%B3&algorithm=SHA1&digits=6&period=30'
    )
  })
})
