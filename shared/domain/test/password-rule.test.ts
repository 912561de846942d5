import fc from 'fast-check'
import t from 'tap'
import { COMMON_PIECES } from '../src/sign-in/common-pieces.ts'
import { leftToGuess } from '../src/sign-in/guessable.ts'
import { passwordProblems, passwordUntil } from '../src/sign-in/password-rule.ts'

const codes = (password: string, names: string[] = []) => passwordProblems(password, names).map(({ code }) => code)

t.test('a password', async t => {
  t.test('is taken when it has eight characters, letters, digits and special ones, and is not common', async t => {
    for (const good of ['kv7#Rmb2', 'river-7-Lamp-quiet', '云溪的河·47里', 'm3 – jq 渡口'])
      t.same(codes(good), [], good)
  })

  t.test('is refused with all that is missing', async t => {
    t.same(codes('x'), ['PASSWORD_TOO_SHORT', 'PASSWORD_DIGITS', 'PASSWORD_SPECIAL', 'PASSWORD_COMMON'])
    t.same(codes('84926153'), ['PASSWORD_LETTERS', 'PASSWORD_SPECIAL'])
    t.same(codes('gkvmrbtx'), ['PASSWORD_DIGITS', 'PASSWORD_SPECIAL'])
    t.same(codes(`k7#${'vmq2'.repeat(60)}`), ['PASSWORD_TOO_LONG'])
  })

  t.test('is refused when it is one that everybody takes, however it is written', async t => {
    const common = [
      'P@ssw0rd1',
      'P@$$w0rd!',
      'Admin@123',
      'Admin#2026',
      'Aa123456.',
      'Abc123!@#',
      '1qaz@WSX',
      '!QAZ2wsx',
      'qwer1234!',
      'Qwer!@#$1',
      'Huiyin@2026',
      'Welcome1!',
      'woaini520.',
      'Woaini1314!',
      'zhangwei123!',
      'Wangfang_1990',
      'aaaa1111!',
      'Root!234',
      'Weixin2025!',
      'asdf!@34'
    ]
    for (const one of common) t.ok(codes(one).includes('PASSWORD_COMMON'), one)
  })

  t.test('is refused when the name of its person stands in it, in any case and width', async t => {
    t.same(codes('王小明#47kvm', ['王小明', 'wxm']), ['PASSWORD_NAMED'])
    t.same(codes('7#kv-LIJING-m', ['李静', 'lijing']), ['PASSWORD_NAMED'])
    t.same(codes('7#kv-ＬＩＪＩＮＧ-m', ['李静', 'lijing']), ['PASSWORD_NAMED'])
    t.same(codes('7#kv-mrb2', ['李静', 'lijing']), [])
  })

  t.test('has to be changed after the days that the office has set, and never when there are none', async t => {
    t.equal(passwordUntil(1_000, 90), 1_000 + 90 * 86_400_000)
    t.equal(passwordUntil(1_000, 0), undefined)
    t.equal(passwordUntil(undefined, 90), undefined)
  })
})

t.test('more than a thousand pieces count as common', async t => {
  t.ok(COMMON_PIECES.size > 1000, `${COMMON_PIECES.size}`)
  t.same(
    [...COMMON_PIECES].filter(piece => !/^[a-z0-9]{2,}$/.test(piece)),
    []
  )
})

t.test('what common pieces make beside one another leaves nothing to guess', async () => {
  const parts = fc.array(fc.constantFrom(...COMMON_PIECES), { minLength: 1, maxLength: 4 })
  fc.assert(fc.property(parts, some => leftToGuess(some.join('')) === 0))
})
