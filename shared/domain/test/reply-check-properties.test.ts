import fc from 'fast-check'
import t from 'tap'
import { checkReply } from '../src/reply-check/check-reply.ts'
import { DEFAULT_REPLY_LISTS as lists } from '../src/reply-check/default-lists.ts'
import { maskPersonal } from '../src/reply-check/mask-personal.ts'

/** Pieces of which numbers, links and wordings are made, so that they meet in every way. */
const PIECES =
  '13800138000,138,0013,8000,110105,19491231,002X,4111,1111,6222021234567890128,0571,85151234,010,86,+,(,), ,-,.,·,*,**,＊,@,a,qq.com,http://,gov.cn,/,京A,12345,护照,E12345678,文三路,12号,3栋,501室,王家村,３,机密,★,内部资料,刁,民,，,\n,\u200b,不归我们,管,请向,相关部门,收到,ﷺ,👍,\ud83d,\udc4d'.split(
    ','
  )

const pieces = fc.array(fc.constantFrom(...PIECES, ','), { maxLength: 30 }).map(parts => parts.join(''))
const units = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
  .map(codes => String.fromCharCode(...codes))
const texts = fc.oneof(
  pieces,
  units,
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.tuple(pieces, units, pieces).map(parts => parts.join(''))
)

t.test('whatever the text', async t => {
  t.test('findings stand inside it, in their order, on something', async () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 0, max: 80 }), (text, limit) => {
        let last = 0
        for (const { from, to, zh, en } of checkReply(text, { limit, lists, earlier: [text] })) {
          if (!(last <= from && from <= to && to <= text.length)) return false
          if (text !== '' && text.slice(from, to) === '') return false
          if (zh === '' || en === '') return false
          last = from
        }
        return true
      }),
      { numRuns: 2000 }
    )
  })

  t.test('what is masked is masked once and for all, and holds no personal number any more', async () => {
    fc.assert(
      fc.property(texts, text => {
        const masked = maskPersonal(text)
        const left = checkReply(masked, { limit: 1e6, lists: { ...lists, officePhones: [], hosts: [] } })
        return maskPersonal(masked) === masked && !left.some(({ code }) => code.startsWith('personal-'))
      }),
      { numRuns: 3000 }
    )
  })

  t.test('a mobile number is found wherever no digit touches it', async () => {
    const around = fc.string({ unit: fc.constantFrom('我', '，', '号', 'x', '：', '\n', '；'), maxLength: 10 })
    const number = fc.tuple(fc.integer({ min: 30, max: 99 }), fc.integer({ min: 0, max: 99_999_999 }))
    fc.assert(
      fc.property(around, number, around, (before, [second, rest], after) => {
        const mobile = `1${second}${String(rest).padStart(8, '0')}`
        const findings = checkReply(before + mobile + after, { limit: 1000, lists })
        return findings.some(({ code, from }) => code === 'personal-mobile' && from === before.length)
      })
    )
  })
})

t.test('what a mask leaves tells the kind and no more', async t => {
  t.equal(maskPersonal('电话１３８ 0013 8000，请回'), '电话138****8000，请回')
  t.equal(maskPersonal('11010519491231002X'), '110*************2X')
  t.equal(maskPersonal('6222021234567890128'), '6222***********0128')
  t.equal(maskPersonal('0571-85151234'), '0571****1234')
  t.equal(maskPersonal('abc@qq.com'), 'a***@qq.com')
  t.equal(maskPersonal('京A·12345'), '京A****45')
  t.equal(maskPersonal('护照E12345678'), '护照E******78')
  t.equal(maskPersonal('住文三路12号3栋501室'), '住文三路**号**栋**室')
  t.equal(maskPersonal('请打12345，编号H7Q2-9KXM'), '请打12345，编号H7Q2-9KXM')
})
