import fc from 'fast-check'
import t from 'tap'
import { hideCitizen } from '../src/proposals/hide-citizen.ts'
import { plainText } from '../src/proposals/plain-text.ts'
import { filledIn, proposalId } from '../src/proposals/proposed.ts'
import { readAnswer } from '../src/proposals/read-answer.ts'

t.test('a citizen’s words leave', async t => {
  const hidden = (text: string, names: string[] = [], phones: string[] = []) => hideCitizen(text, { names, phones })

  t.test('without names, numbers, handles and addresses', async t => {
    t.equal(hidden('李小龙同志说积水', ['小龙']), '李〔姓名〕同志说积水')
    t.equal(hidden('我叫张桂芳，积水'), '我叫〔姓名〕，积水')
    t.equal(hidden('@路人甲 看看'), '〔姓名〕 看看')
    t.equal(hidden('请联系陈女士'), '请联系〔姓名〕女士')
    for (const text of ['１３８１２３４５６７８', '微信abc_12345', '330102199003071234', 'a@b.cn', '0571-8765-4321'])
      t.notMatch(hidden(text), /\d|a@b|abc/, text)
  })

  t.test('with what they ask, and the office’s own number', async t => {
    t.equal(hidden('3号门积水20厘米，拨打12345没人接', [], ['12345']), '3号门积水20厘米，拨打12345没人接')
    t.notMatch(hidden('身份证33010212345003071', [], ['12345']), /\d{3}/, 'a number within another is none of ours')
  })

  t.test('with no long number, handle or mask in them, whatever they are', async t => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'我叫王张先生@１2345678*-a. ，') }), text => {
        t.notMatch(hidden(text), /\d{5}|\*\*|\w@\w/)
      }),
      { numRuns: 300 }
    )
  })
})

t.test('an answer', async t => {
  t.test('is read as plain text', async t => {
    t.equal(plainText('<think>秘密</think># 您好\n- **积水**已处理\n[点我](https://x.cn)'), '您好\n积水已处理\n点我')
    t.equal(plainText('<scr<b>ipt>x</script>'), 'x')
    t.equal(plainText('a\u0000\u202eb\u200bc'), 'abc')
  })

  t.test('never holds a tag or what nobody sees, whatever came', async t => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'<>/ab\n*`_[]()\u200b\u202e#-！') }), text => {
        t.notMatch(plainText(text), /[<>`\u200b\u202e]/)
      }),
      { numRuns: 300 }
    )
  })

  t.test('counts by the sources that it cites', async t => {
    const source = (mark: string, text: string) => ({
      mark,
      text,
      of: { kind: 'template' as const, template: `${mark}@1`, name: mark }
    })
    const sources = [source('S1', '请拨打12345'), source('S2', '今晚8点')]
    const read = (answer: string) => readAnswer(answer, { sources, said: ['3号门'] })
    t.match(read('请拨打12345。[S1] 3号门今晚8点完成。'), {
      text: '请拨打12345。 3号门今晚8点完成。',
      unfounded: ['8']
    })
    t.match(read('今晚8点，拨打12345【S1，S2】'), { cited: sources, unfounded: [] })
    t.same(read('NONE'), { none: 'declined' })
    t.same(read('今晚'), { none: 'uncited' })
  })
})

t.test('a proposal is known again by its letters, and only on its ticket', async t => {
  t.equal(proposalId('a', '您好，已处理。'), proposalId('a', '您好 已处理'))
  t.not(proposalId('a', '您好'), proposalId('b', '您好'))
})

t.test('variables are filled in with what the house knows, the others are named', async t => {
  t.same(filledIn('{{ number }}由{{department}}，{{constructor}}', { number: '7' }), {
    text: '7由{{department}}，{{constructor}}',
    unfilled: ['department', 'constructor']
  })
})
