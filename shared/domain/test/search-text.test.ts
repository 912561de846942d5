import t from 'tap'
import { searchPhrases, searchTokens } from '../src/search-text.ts'

const byComma = (text: string) => text.split(/[,，]/)

t.test('the tokens of a text', async t => {
  t.test('are its Han characters one by one, and its other words whole in lower case', async t => {
    t.same(searchTokens('路灯坏了，编号 H7Q2；找12345！'), ['路', '灯', '坏', '了', '编', '号', 'h7q2', '找', '12345'])
  })

  t.test('are the same for full-width letters', async t => t.same(searchTokens('ＡＢＣ１２'), ['abc12']))

  t.test('are none for what has no letters', async t => t.same(searchTokens('👍！？…'), []))
})

t.test('a search', async t => {
  t.test('asks for each word as a phrase of its characters', async t => {
    t.same(searchPhrases('路灯，维修 WiFi', byComma), [['路', '灯'], ['维', '修'], ['wifi']])
  })

  t.test('asks for quoted text as it stands, in either kind of quotes', async t => {
    for (const text of ['"路灯，维修" 什么', '“路灯，维修” 什么']) {
      t.same(searchPhrases(text, byComma), [
        ['路', '灯', '维', '修'],
        ['什', '么']
      ])
    }
  })
})
