import { parser } from '@huiyin/schemas/parse.ts'
import { ReplyLists } from '@huiyin/schemas/reply-check.ts'
import type { ReplyKind } from '@huiyin/schemas/ticket.ts'
import t from 'tap'
import { checkReply, isRefused } from '../src/reply-check/check-reply.ts'
import { DEFAULT_REPLY_LISTS } from '../src/reply-check/default-lists.ts'

interface Given {
  lists?: Partial<ReplyLists>
  limit?: number
  length?: (text: string) => number
  kind?: ReplyKind
  earlier?: readonly string[]
  known?: readonly string[]
}

const check = (text: string, { lists, limit = 1000, kind = 'interim', ...more }: Given = {}) =>
  checkReply(text, { limit, kind, lists: { ...DEFAULT_REPLY_LISTS, ...lists }, ...more })

/** What was found, with the slice that it stands on. */
const found = (text: string, given?: Given) =>
  check(text, given).map(({ code, severity, from, to }) => [code, severity, text.slice(from, to)])

const FINE = '您好，您反映的路灯已由市城管局修好，昨晚恢复照明。还有问题请拨打12345。'

t.test('an answer that says what was done and whom to call has no findings', async t => {
  t.same(found(FINE, { kind: 'final' }), [])
})

t.test('personal data in a reply', async t => {
  t.test('a mobile number is refused however it is written', async t => {
    for (const number of [
      '13800138000',
      '138 0013 8000',
      '138-0013-8000',
      '１３８００１３８０００',
      '138\u200b0013\u200b8000',
      '1 3 8 0 0 1 3 8 0 0 0',
      '8613800138000'
    ])
      t.same(found(`请联系手机${number}，谢谢`), [['personal-mobile', 'refuse', number]], number)
  })

  t.test('figures of another kind are no mobile number', async t => {
    for (const text of [
      '2026年11月21日 10:30',
      '金额13800.50元',
      '得分15 20 30 45 67 8',
      '单号9913800138000',
      '编号H7Q2-9KXM'
    ])
      t.same(found(text), [], text)
  })

  t.test('an identity number is refused when its check digit is right', async t => {
    t.same(found('证号11010519491231002X'), [['personal-id', 'refuse', '11010519491231002X']])
    t.same(found('证号110105 19491231 002x'), [['personal-id', 'refuse', '110105 19491231 002x']])
    t.same(found('证号110105194912310021'), [], 'the check digit is X')
    t.same(found('证号110105194913310021'), [], 'there is no 13th month')
  })

  t.test('an identity number of 15 digits is refused when its birthday is a date of a known province', async t => {
    t.same(found('证号110105491231002'), [['personal-id', 'refuse', '110105491231002']])
    t.same(found('证号110105490231002'), [], '31 February')
    t.same(found('证号990105491231002'), [], 'no province')
  })

  t.test('a bank card is refused when issuer, length and check digit fit', async t => {
    t.same(found('卡号6222021234567890128'), [['personal-bank-card', 'refuse', '6222021234567890128']])
    t.same(found('卡号4111 1111 1111 1111'), [['personal-bank-card', 'refuse', '4111 1111 1111 1111']])
    t.same(found('卡号6222021234567890129'), [], 'the check digit is 8')
    t.same(found('流水号7992739871300004'), [], 'nobody issues 79')
  })

  t.test('the number of a passport is refused beside the word only', async t => {
    t.same(found('护照号码E12345678'), [['personal-passport', 'refuse', 'E12345678']])
    t.same(found('型号E12345678'), [])
  })

  t.test('a landline is warned of, but no hotline and none of ours', async t => {
    t.same(found('请打0571-85151234'), [['personal-landline', 'warn', '0571-85151234']])
    t.same(found('请打(010)8888 8888'), [['personal-landline', 'warn', '(010)8888 8888']])
    t.same(found('请打12345、12315、110、120、400-123-4567或0571-12345'), [])
    t.same(found('请打0571-85151234', { lists: { officePhones: ['0571 8515 1234'] } }), [])
    t.same(found('请打0571-85151234', { lists: { officePhones: ['85151234'] } }), [], 'listed without area code')
    t.same(found('值班手机13800138000', { lists: { officePhones: ['138 0013 8000'] } }), [])
  })

  t.test('an address is warned of down to the door, not down to the office', async t => {
    t.same(found('文三路12号3栋2单元501室'), [['personal-address', 'warn', '12号3栋2单元501室']])
    t.same(found('阳光小区3号楼501'), [['personal-address', 'warn', '3号楼501']])
    t.same(found('王家村3组12号'), [['personal-address', 'warn', '3组12号']])
    t.same(found('请到人民路100号市民中心3楼窗口'), [])
  })

  t.test('mail and plates are warned of; mail of the government is public', async t => {
    t.same(found('发到a.b＠qq.com'), [['personal-email', 'warn', 'a.b＠qq.com']])
    t.same(found('发到xxgk@hz.gov.cn'), [])
    t.same(found('车辆京A·12345'), [['personal-plate', 'warn', '京A·12345']])
    t.same(found('浙AD12345和粤B1234学'), [
      ['personal-plate', 'warn', '浙AD12345'],
      ['personal-plate', 'warn', '粤B1234学']
    ])
  })

  t.test('the sentence does not repeat the datum, and the mask may replace it', async t => {
    const [only] = check('联系13800138000')
    t.notMatch(`${only?.zh}${only?.en}`, '13800138000')
    t.equal(only?.replacement, '138****8000')
  })
})

t.test('secrets', async t => {
  t.test('a mark of classification is refused, everyday words are not', async t => {
    t.same(found('机密★30年'), [['secret-mark', 'refuse', '机密★']])
    t.same(found('绝密文件'), [['secret-mark', 'refuse', '绝密文件']])
    t.same(found('内部资料，注意保存'), [['secret-mark', 'refuse', '内部资料，注意保存']])
    t.same(found('涉及商业秘密的部分依法保护'), [])
  })

  t.test('internal papers are warned of, public ones are not', async t => {
    t.same(found('根据内部文件'), [['secret-internal', 'warn', '内部文件']])
    t.same(found('见某密发〔2026〕3号'), [['secret-number', 'warn', '密发〔2026〕3号']])
    t.same(found('见国发〔2026〕12号'), [])
  })
})

t.test('sensitive words', async t => {
  const lists = {
    sensitive: [
      { word: '刁民', severity: 'refuse', instead: '群众' },
      { word: 'SB', severity: 'warn' }
    ] satisfies ReplyLists['sensitive']
  }

  t.test('are found through spaces, signs, invisible characters, width and case', async t => {
    for (const text of ['刁民', '刁 民', '刁*民', '刁\u200b民', '刁__民'])
      t.same(found(`这个${text}真多`, { lists }), [['sensitive', 'refuse', text]], text)
    t.same(found('真 ｓ.b 啊', { lists }), [['sensitive', 'warn', 'ｓ.b']])
    t.equal(check('刁民', { lists })[0]?.replacement, '群众')
  })

  t.test('of Latin letters are no part of other words', async t => {
    t.same(found('this is bad', { lists }), [])
  })

  t.test('parted by the mark of a clause are warned of only', async t => {
    t.same(found('人心刁，民风好', { lists }), [['sensitive', 'warn', '刁，民']])
  })
})

t.test('cold wording', async t => {
  t.test('"not us" has to name who', async t => {
    t.same(found('这个不归我们管'), [['not-us', 'warn', '不归我们管']])
    t.same(found('该问题不属于我单位职责范围'), [['not-us', 'warn', '不属于我单位职责']])
    t.same(found('该问题不属于我单位职责，已转市水务局办理'), [])
    t.same(found('该问题不属于我单位职责，请拨打0571-12345'), [])
    t.same(found('这个不归我们管，请找市水务局'), [['cold', 'warn', '不归我们管']], 'blunt even so')
  })

  t.test('a referral has to name the department or a phone', async t => {
    t.same(found('请向相关部门反映'), [['referral', 'warn', '请向相关部门']])
    t.same(found('这事您去找别的部门吧'), [['referral', 'warn', '去找别的部门']])
    t.same(found('请向相关部门（市水务局）反映'), [])
    t.same(found('请向有关部门反映，河长办会处理', { known: ['河长办'] }), [])
  })

  t.test('a rule has to be named', async t => {
    t.same(found('我们按规定办理'), [['cold', 'warn', '按规定办']])
    t.same(found('我们按规定办理，依据是《物业管理条例》'), [])
  })

  t.test('a mere receipt is cold, a receipt with more is none', async t => {
    t.same(found('您好，收到，谢谢。'), [['cold', 'warn', '收到']])
    t.same(found('您好，您的来信已收到，明天上午派人查看。'), [])
  })
})

t.test('substance and size', async t => {
  t.test('an empty reply is refused', async t => {
    for (const text of ['', ' \n', '\u200b', '。。。'])
      t.match(check(text), [{ code: 'empty', severity: 'refuse' }], text)
  })

  t.test('a final reply has ten letters, others may be short', async t => {
    t.same(found('路灯已经修好了。', { kind: 'final' }), [['short', 'warn', '路灯已经修好了。']])
    t.same(found('路灯已经修好了。'), [])
    t.same(found('中山路路灯已经修好。', { kind: 'final' }).length, 1)
    t.same(found('中山路的路灯已经修好。', { kind: 'final' }), [], 'ten')
  })

  t.test('the same words twice are warned of, whatever their punctuation; a holding reply may', async t => {
    const earlier = ['您好，路灯明天修。']
    t.match(check('您好 路灯明天修', { earlier }), [{ code: 'repeated', severity: 'warn' }])
    t.same(check('您好 路灯明天修', { earlier, kind: 'holding' }), [])
    t.same(check('您好 路灯后天修', { earlier }), [])
  })

  t.test(
    'longer than the platform takes is refused, counted as the platform counts, from where it is too long',
    async t => {
      const [only, ...rest] = check('一二三四五六七八', { limit: 5 })
      t.match(only, { code: 'long', severity: 'refuse', from: 5, to: 8, zh: /超出3字/ })
      t.same(rest, [])
      t.same(check('一二三四五', { limit: 5 }), [])
      t.match(check('一二三', { limit: 4, length: text => text.length * 2 }), [{ from: 2, to: 3, zh: /超出2字/ }])
      t.match(check('👍👍👍好', { limit: 2 }), [{ from: 4, to: 7 }], 'never inside a character')
    }
  )
})

t.test('links', async t => {
  t.test('lead to gov.cn or to a listed host', async t => {
    t.same(found('见 https://www.hz.gov.cn/a?b=1。'), [])
    t.same(found('见 http://evil.com/x'), [['link', 'warn', 'http://evil.com/x']])
    t.same(found('见 t.cn/abc，谢谢'), [['link', 'warn', 't.cn/abc']])
    t.same(found('见https://www.hz.gov.cn查看'), [])
    t.same(found('（t.cn/abc）'), [['link', 'warn', 't.cn/abc']])
    t.same(found('见 t.cn/abc', { lists: { hosts: ['t.cn'] } }), [])
    t.same(found('见 http://a.例子.com', { lists: { hosts: ['例子.com'] } }), [])
  })

  t.test('that only look like gov.cn are found', async t => {
    for (const link of [
      'http://gov.cn.evil.com',
      'http://evilgov.cn',
      'http://user:pw@evil.com/gov.cn',
      'ｅｖｉｌ．ｃｏｍ'
    ])
      t.match(found(`见 ${link}`), [['link', 'warn', link]], link)
  })
})

t.test('what is refused goes to no review, what is warned of may', async t => {
  t.equal(isRefused(check('联系13800138000')), true)
  t.equal(isRefused(check('请向相关部门反映')), false)
})

t.test('the lists that we ship are valid', async t => {
  const parse = parser(ReplyLists, 'reply lists')
  t.same(parse(DEFAULT_REPLY_LISTS), DEFAULT_REPLY_LISTS)
  t.throws(() => parse({ ...DEFAULT_REPLY_LISTS, sensitive: [{ word: '，', severity: 'warn' }] }), /word/)
})
