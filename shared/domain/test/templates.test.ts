import { parser } from '@huiyin/schemas/parse.ts'
import { TEMPLATE_VARIABLES, Template } from '@huiyin/schemas/template.ts'
import fc from 'fast-check'
import t from 'tap'
import { checkReply } from '../src/reply-check/check-reply.ts'
import { DEFAULT_REPLY_LISTS } from '../src/reply-check/default-lists.ts'
import { DEFAULT_TEMPLATES } from '../src/templates/default-templates.ts'
import {
  dueDay,
  fillTemplate,
  isInForce,
  isUnchanged,
  type TemplateValues,
  templateRef,
  variablesOf
} from '../src/templates/fill-template.ts'

const template = (text: string, more: Partial<Template> = {}): Template => ({
  id: 'received',
  version: 2,
  name: '已收到',
  kind: 'holding',
  text,
  effectiveFrom: 0,
  ...more
})

const VALUES: TemplateValues = {
  citizen: '晨光',
  number: 'H7Q2-9KXM',
  department: '市水务局',
  office: '某市发布',
  dueDay: dueDay(Date.parse('2026-11-21T16:00:00Z')),
  phone: '0571-12345'
}

t.test('the variables of a template', async t => {
  t.test('are named once each, in their order', async t => {
    t.same(variablesOf(template('{{number}} {{ department }} {{number}}')), ['number', 'department'])
    t.same(variablesOf(template('没有变量')), [])
  })

  t.test('have to be known, and braces have to belong to one', async t => {
    t.throws(() => variablesOf(template('{{nubmer}}')), { code: 'TEMPLATE_INVALID', message: /"nubmer".*number/ })
    t.throws(() => variablesOf(template('{{number')), { code: 'TEMPLATE_INVALID' })
    t.throws(() => variablesOf(template('{{__proto__}}')), { code: 'TEMPLATE_INVALID' })
    t.throws(() => variablesOf(template('{{{number}}}}')), { code: 'TEMPLATE_INVALID' })
  })
})

t.test('a filled template', async t => {
  t.test('has the values in the place of their variables', async t => {
    t.same(fillTemplate(template('编号{{number}}，{{dueDay}}前，{{ number }}'), VALUES), {
      text: '编号H7Q2-9KXM，2026年11月22日前，H7Q2-9KXM'
    })
  })

  t.test('has a value as it is, even when it looks like a variable or a pattern', async t => {
    for (const citizen of ['{{number}}', '$&', '$1', '\\n', '{{'])
      t.equal(
        fillTemplate(template('{{citizen}}，编号{{number}}'), { ...VALUES, citizen }).text,
        `${citizen}，编号H7Q2-9KXM`
      )
  })

  t.test('leaves out control characters of a value', async t => {
    const citizen = '晨\u0000\n\u202e光\u2028'
    t.equal(fillTemplate(template('{{citizen}}好'), { citizen }).text, '晨光好')
  })

  t.test('is refused with the names of all that is missing, empty or not known', async t => {
    const text = '{{number}}{{department}}{{phone}}'
    t.throws(() => fillTemplate(template(text), { number: '1', phone: ' \n' }), {
      code: 'TEMPLATE_INVALID',
      message: /"department", "phone"/
    })
    const more = { number: '1', nmae: '2' }
    t.throws(() => fillTemplate(template('{{number}}'), more), { code: 'TEMPLATE_INVALID', message: /"nmae"/ })
  })

  t.test('is refused when a value is longer than 200 characters', async t => {
    t.equal(fillTemplate(template('{{citizen}}'), { citizen: '👍'.repeat(200) }).text.length, 400)
    t.throws(() => fillTemplate(template('{{citizen}}'), { citizen: '长'.repeat(201) }), {
      code: 'TEMPLATE_INVALID',
      message: /"citizen".*200.*201/
    })
  })

  t.test('is the text around the variables with the cleaned values between, whatever they are', async () => {
    const value = fc
      .string({ unit: 'binary', maxLength: 100 })
      .map(text => `值${text.replaceAll(/[\p{Cc}\p{Cf}\p{Z}]/gu, '')}`)
    fc.assert(
      fc.property(value, value, (citizen, number) => {
        const { text } = fillTemplate(template('您好{{citizen}}，编号{{number}}。'), { citizen, number })
        return text === `您好${citizen}，编号${number}。`
      })
    )
  })
})

t.test('a text is unchanged to the last sign or it is changed', async t => {
  const holding = template('编号{{number}}，已收到。')
  t.equal(isUnchanged(holding, '编号H7Q2-9KXM，已收到。', VALUES), true)
  t.equal(isUnchanged(holding, '编号H7Q2-9KXM，已收到', VALUES), false)
  t.equal(isUnchanged(holding, '编号H7Q2-9KXM，已收到。', { number: 'AAAA-2222' }), false)
})

t.test('a template is in force from its approval and its day until it is retired', async t => {
  const by = { id: 'head', name: '主任', role: 'head' }
  t.equal(isInForce(template('好', { effectiveFrom: 5 }), 10), false, 'nobody approved it')
  const approved = template('好', { approved: { by, at: 3 }, effectiveFrom: 5, retiredAt: 9 })
  t.same(
    [2, 4, 5, 8, 9].map(now => isInForce(approved, now)),
    [false, false, true, true, false]
  )
  t.equal(templateRef(approved), 'received@2')
})

t.test('a day is written as it is in Shanghai', async t => {
  t.equal(dueDay(Date.parse('2026-11-21T15:59:59Z')), '2026年11月21日')
  t.equal(dueDay(Date.parse('2026-11-21T16:00:00Z')), '2026年11月22日')
})

t.test('the templates that we ship', async t => {
  const parse = parser(Template, 'template')

  t.test('are valid, unapproved, and for what comes before the answer', async t => {
    for (const each of DEFAULT_TEMPLATES) {
      t.same(parse(each), each)
      t.equal(each.approved, undefined)
      t.not(each.kind, 'final')
      t.ok(variablesOf(each).every(name => TEMPLATE_VARIABLES.includes(name)))
    }
    t.equal(new Set(DEFAULT_TEMPLATES.map(({ id }) => id)).size, 4)
  })

  t.test('have nothing to find when filled, even where a reply may have 140 characters', async t => {
    for (const each of DEFAULT_TEMPLATES) {
      const { text } = fillTemplate(each, VALUES)
      t.same(checkReply(text, { limit: 140, lists: DEFAULT_REPLY_LISTS, kind: each.kind }), [], each.id)
    }
  })
})
