import fc from 'fast-check'
import t from 'tap'
import { MASK, normalise, UNITS } from '../src/normalise.ts'
import { asRead } from '../src/normalise-phrase.ts'
import { NOT_SPLIT, SPLIT_CHARACTERS } from '../src/normalise-split-characters.ts'
import { squeeze } from '../src/normalise-squeeze.ts'

const units = new Uint16Array(UNITS)
const at = new Int32Array(UNITS + 1)
const squeezed = new Uint16Array(UNITS)
const from = new Int32Array(UNITS + 1)

const textOf = (written: Uint16Array, length: number) =>
  Array.from(written.subarray(1, length - 1), unit => String.fromCharCode(unit)).join('')
const readAs = (text: string) => textOf(units, normalise(text, units, at))
const squeezedAs = (text: string) =>
  textOf(squeezed, squeeze(units, normalise(text, units, at), squeezed, from, text, at))

/** The piece of the text that its reading `part` came from. */
function sourceOf(text: string, part: string): string {
  const begin = readAs(text).indexOf(part) + 1
  return text.slice(at[begin], at[begin + part.length])
}

const [url, mention, place] = [MASK.url, MASK.mention, MASK.place].map(unit => String.fromCharCode(unit)) as [
  string,
  string,
  string
]
const MASKS = new RegExp(`[${url}${mention}${place}]`)

t.test('a text is read', async t => {
  t.test('alike in full width, half width and capitals', async t => {
    t.equal(readAs('ＡＢＣ　Ｄｅf！'), 'abc def!')
    t.equal(readAs('ﾃｽﾄ ｶﾞ'), 'テスト ガ')
  })

  t.test('alike in traditional and simplified characters', async t => {
    t.equal(readAs('臺灣的樓房著火了，請問誰來處理？'), '台湾的楼房着火了,请问谁来处理?')
    t.equal(readAs('台湾的楼房着火了，请问谁来处理？'), '台湾的楼房着火了,请问谁来处理?')
  })

  t.test('alike with letters in circles, squares and mathematical dress', async t => {
    t.equal(readAs('ⓢⓑ 🅢🅑 🆂🅱 𝐬𝒃 𝖘𝔹'), 'sb sb sb sb sb')
    t.equal(readAs('㊙㊋🈲'), '秘火禁')
  })

  t.test('by the radical that a lone part stands for', async t => {
    t.equal(readAs('⺡去 ⼈民'), '氵去 人民')
  })

  t.test('in several units where one character holds several', async t => {
    t.equal(readAs('㎡ ⑩ ℡…'), 'm0 00 tel...')
  })

  t.test('without what nobody sees', async t => {
    t.equal(readAs('路\u200b灯\ufeff坏\u2060了'), '路灯坏了')
    t.equal(readAs('自\u00ad杀\u202e跳\u2066楼\u{e0041}'), '自杀跳楼')
    t.equal(readAs('龙\u{e0100}❤\ufe0f'), '龙❤')
  })

  t.test('without strokes and accents laid over it', async t => {
    t.equal(readAs('自\u0336杀\u0336 s\u0337b\u0337'), '自杀 sb')
  })

  t.test('with a letter and its mark as one, however they were typed', async t => {
    t.equal(readAs('cafe\u0301'), readAs('café'))
    t.equal(readAs('\u1112\u1161\u11ab'), '한')
    t.equal(readAs('か\u3099'), 'が')
  })

  t.test('with emoji by their people, not by skin, joint or style', async t => {
    t.equal(readAs('👍🏽👨\u200d👩\u200d👧1\ufe0f\u20e3'), '👍👨👩👧0')
  })

  t.test('with one blank for many and none around', async t => {
    t.equal(readAs(' \t路灯 \u3000\r\n\u2028 坏了\u00a0 '), '路灯 坏了')
  })

  t.test('with three of what is repeated', async t => {
    t.equal(readAs('哈哈哈哈哈哈'), '哈哈哈')
    t.equal(readAs('😂😂😂😂😂'), '😂😂😂')
    t.equal(readAs('哈\u200b哈\u200b哈\u200b哈'), '哈哈哈')
    t.equal(readAs('哈哈'), '哈哈')
  })

  t.test('with 0 for digits of any script', async t => {
    t.equal(readAs('打了12345和１１０和٣'), '打了000和000和0')
  })

  t.test('with one mask for an address, however wide it is written', async t => {
    t.equal(readAs('看 https://example.com/a?b=1 吧'), `看 ${url} 吧`)
    t.equal(readAs('看ＷＷＷ．example．com吧'), `看${url}吧`)
    t.equal(readAs('ht\u200btp://a.cn。'), `${url}。`)
  })

  t.test('with one mask for a name, unless the name is the whole comment', async t => {
    t.equal(readAs('@市民之声 你好'), `${mention} 你好`)
    t.equal(readAs('@请问幸福路什么时候能够通车我们等了很久了'), `${mention}请问幸福路什么时候能够通车我们等了很久了`)
  })

  t.test('with one mask for a coded place', async t => {
    t.equal(readAs('A3区和J11市和Ｂ２縣'), `${place}区和${place}市和${place}县`)
    t.equal(readAs('ab3区'), 'ab0区')
  })

  t.test('without masks that the text brings itself', async t => {
    t.equal(readAs('\ue000a\ue002b\ue004'), 'ab')
  })

  t.test('without halves of pairs', async t => {
    t.equal(readAs('\ud83d路\ude02灯\ud83d'), '路灯')
  })

  t.test('up to the room there is', async t => {
    const small = new Uint16Array(6)
    t.equal(textOf(small, normalise('一二三四五六七', small)), '一二三')
    t.equal(textOf(small, normalise('一二😂四', small)), '一二😂', 'a pair is kept whole')
    t.equal(textOf(small, normalise('一二三😂', small)), '一二三', 'or not at all')
    t.equal(textOf(small, normalise('﷽㎡㎡㎡', small)), '﷽m0', 'as is what is spelled')
  })
})

t.test('what was read is found again in the text', async t => {
  t.test('as it was written', async t => {
    t.equal(sourceOf('  他說要 自\u200b殺，快來', '自杀'), '自\u200b殺')
    t.equal(sourceOf('面積９０㎡左右', '00m0'), '９０㎡')
    t.equal(sourceOf('哈哈哈哈哈哈着火', '着火'), '着火')
    t.equal(sourceOf('cafe\u0301坏了', 'café'), 'cafe\u0301')
  })

  t.test('behind masks and pairs', async t => {
    t.equal(sourceOf('@市民 https://a.cn/b 😂A3区塌了', '塌了'), '塌了')
    t.equal(sourceOf('在A12区塌了', `${place}区`), 'A12区')
    t.equal(sourceOf('看 https://a.cn/b 吧', url), 'https://a.cn/b')
  })

  t.test('without the blanks at the end', async t => {
    t.equal(sourceOf('着火  ', '着火'), '着火')
  })
})

const PIECES = [
  '哈',
  '區',
  '市',
  'a',
  'w',
  '.',
  '/',
  ':',
  'http:/',
  '@',
  '1',
  ' ',
  '\n',
  '。',
  '*',
  '😂',
  '\u0301',
  '\u3099',
  'か'
]
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }).map(codes => String.fromCharCode(...codes)),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map(pieces => pieces.join(''))
)
const RUNS = { numRuns: 2_000 }

t.test('of any text whatever', async t => {
  t.test('offsets never fall and stay inside it', async t => {
    fc.assert(
      fc.property(anyText, text => {
        const n = normalise(text, units, at)
        for (let i = 1; i <= n; i++) if (at[i]! < at[i - 1]!) return false
        return at[0] === 0 && at[n] === text.length && units[0] === MASK.start && units[n - 1] === MASK.end
      }),
      RUNS
    )
    t.pass('holds')
  })

  t.test('the reading is read as itself', async t => {
    fc.assert(
      fc.property(anyText, text => {
        const once = readAs(text)
        return MASKS.test(once) || readAs(once) === once
      }),
      RUNS
    )
    t.pass('holds')
  })

  t.test('every single character reads as itself the second time', async t => {
    const changed: string[] = []
    for (let codePoint = 0; codePoint < 0x30000; codePoint++) {
      const once = readAs(String.fromCodePoint(codePoint))
      if (!MASKS.test(once) && readAs(once) !== once) changed.push(codePoint.toString(16))
    }
    t.same(changed, [])
  })

  t.test('the reading is the same with offsets and without, and well formed', async t => {
    fc.assert(
      fc.property(anyText, text => {
        const read = readAs(text)
        return read === textOf(units, normalise(text, units)) && read.isWellFormed()
      }),
      RUNS
    )
    t.pass('holds')
  })

  t.test('the squeezed reading is no longer and points into the reading', async t => {
    fc.assert(
      fc.property(anyText, text => {
        const n = normalise(text, units, at)
        const m = squeeze(units, n, squeezed, from, text, at)
        for (let i = 1; i < m; i++) if (from[i]! <= from[i - 1]!) return false
        return m <= n && from[m] === n && squeezed[0] === MASK.start && squeezed[m - 1] === MASK.end
      }),
      RUNS
    )
    t.pass('holds')
  })
})

t.test('a word that is hidden', async t => {
  t.test('is read through blanks, signs and emoji', async t => {
    for (const text of ['自*杀', '自 杀', '自。杀', '自🌟杀', '自 - 杀', '自……杀', '自/\u200b杀', '「自」杀'])
      t.match(squeezedAs(text), /自杀/, text)
  })

  t.test('is read from its parts', async t => {
    t.equal(squeezedAs('有人拿木仓'), '有人拿枪')
    t.equal(squeezedAs('要火 乍 政府'), '要炸政府')
    t.equal(squeezedAs('⺘丁人，乂木人'), '打人,杀人')
  })

  t.test('is read top down', async t => {
    t.equal(squeezedAs('自\n杀\n了'), '自杀了')
  })

  t.test('is found again where it was written', async t => {
    const text = '他說 自*\u200b殺 了。'
    const begin = squeezedAs(text).indexOf('自杀') + 1
    t.equal(text.slice(at[from[begin]!], at[from[begin + 1]! + 1]), '自*\u200b殺')
  })
})

t.test('what hides nothing', async t => {
  t.test('keeps its sentences apart', async t => {
    t.equal(squeezedAs('不想活。杀人犯还在!快来?人呢'), '不想活。杀人犯还在!快来?人呢')
    t.equal(squeezedAs('好。他来了'), '好。他来了')
    t.equal(squeezedAs('路灯坏了\n电线也断了'), '路灯坏了\n电线也断了')
    t.equal(squeezedAs('要注意防火、灾害来临前'), '要注意防火、灾害来临前')
    t.equal(squeezedAs('下班了😂😂😂杀鸡吃'), '下班了😂😂😂杀鸡吃')
  })

  t.test('keeps letters, digits, masks and the blanks beside them', async t => {
    t.equal(squeezedAs('自a杀 gas leak 在 3 楼'), '自a杀 gas leak 在 0 楼')
    t.equal(squeezedAs('自@市民 杀'), `自${mention} 杀`)
  })

  t.test('keeps words whose parts meet by right', async t => {
    for (const word of NOT_SPLIT) t.equal(squeezedAs(`积${word}的`), `积${word}的`)
  })
})

t.test('every pair of parts stands as it is read, and reads as its character', async t => {
  for (const [whole, splits] of Object.entries(SPLIT_CHARACTERS)) {
    t.equal(asRead(whole), whole)
    for (const parts of splits) {
      t.equal(asRead(parts), parts)
      t.equal(parts.length, 2)
      t.equal(squeezedAs(parts), whole)
    }
  }
})
