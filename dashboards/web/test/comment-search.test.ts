import t from 'tap'
import { findWords, passage } from '../src/comments/find-words.ts'
import { commentParams, formatCommentPlace, parseCommentPlace } from '../src/comments/place.ts'
import { speak } from '../src/language.ts'
import { clockTime } from '../src/time.ts'

const marked = (text: string, query: string) =>
  findWords(text, query)
    .map(({ text, found }) => (found ? `[${text}]` : text))
    .join('')

t.test('the words of a query', async t => {
  t.test('are found wherever they stand', async t => {
    t.equal(marked('停水了，又停水', '停水'), '[停水]了，又[停水]')
    t.equal(marked('修路', '路'), '修[路]')
    t.equal(marked('没有', '停水'), '没有')
    t.equal(marked('没有', ''), '没有')
  })

  t.test('are found in their longest pieces when the server cuts them by its dictionary', async t => {
    t.equal(marked('漏水以后路面塌了，水很大', '漏水路面'), '[漏水]以后[路面]塌了，水很大')
    t.equal(marked('路灯坏了，谁来修', '修路灯'), '[路灯]坏了，谁来修')
    t.equal(marked('水还在流，电没有', '水电'), '[水]还在流，[电]没有')
  })

  t.test('stand as they are written in “quotes” of either kind, whatever separates them', async t => {
    t.equal(marked('路面漏水，漏水的路面', '"漏水的路面"'), '路面漏水，[漏水的路面]')
    t.equal(marked('漏水 的路面；路面', '“漏水的路面”'), '[漏水 的路面]；路面')
    t.equal(marked('漏水，路面', '"漏水路面"'), '[漏水，路面]')
  })

  t.test('are whole when they are Latin or digits, in any case and width', async t => {
    t.equal(marked('WiFi wifis ＷＩＦＩ', 'wifi'), '[WiFi] wifis [ＷＩＦＩ]')
    t.equal(marked('12路，123路', '12'), '[12]路，123路')
    t.equal(marked('12路，123路', '12路'), '[12路]，123路')
    t.equal(marked('cafe\u0301开门', 'café'), '[café]开门')
  })

  t.test('leave the text as it was', async t => {
    const text = '<b>水</b>&amp; 𠮷野家😀 水\n水'
    t.equal(
      findWords(text, '水 𠮷 b')
        .map(({ text }) => text)
        .join(''),
      text
    )
  })

  t.test('are in sight though the text is long', async t => {
    const text = `${'甲'.repeat(500)}漏水${'乙'.repeat(500)}`
    const { parts, cut } = passage(text, '漏水', 100)
    t.ok(cut)
    t.same(parts, [
      { text: '…', found: false },
      { text: '甲'.repeat(40), found: false },
      { text: '漏水', found: true },
      { text: '乙'.repeat(58), found: false },
      { text: '…', found: false }
    ])
    t.notMatch(passage('😀'.repeat(300), '', 101).parts[0]?.text, /[\ud800-\udbff]$/)
  })
})

t.test('the address among the comments', async t => {
  t.test('gives back what it was made of', async t => {
    const place = {
      ...parseCommentPlace(''),
      q: '停水 "通知"',
      level: 'red',
      sentiment: 'negative',
      from: '2024-02-29'
    } as const
    t.same(parseCommentPlace(formatCommentPlace(place)), place)
    t.equal(formatCommentPlace(parseCommentPlace('?view=comments&sort=newest&from=0202-01-01&x=1')), '?view=comments')
  })

  t.test('asks for whole days in Beijing, the last one included', async t => {
    const asked = commentParams({ sort: 'oldest', q: '“停水” ', from: '2026-11-20', to: '2026-11-21' })
    t.same(asked, { sort: 'oldest', q: '"停水"', from: Date.UTC(2026, 10, 19, 16), to: Date.UTC(2026, 10, 21, 16) })
  })
})

t.test('the time of an old comment comes with its year', async t => {
  const now = Date.UTC(2026, 10, 21, 6, 30)
  speak('zh')
  t.equal(clockTime(Date.UTC(2023, 3, 2, 1), now), '2023年4月2日 09:00')
  t.equal(clockTime(Date.UTC(2025, 11, 31, 16), now), '1月1日 00:00')
  speak('en')
  t.equal(clockTime(Date.UTC(2023, 3, 2, 1), now), '2 Apr 2023 09:00')
})
