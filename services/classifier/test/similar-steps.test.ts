import { SIMILAR_STEPS } from '@huiyin/domain/similar-steps.ts'
import t from 'tap'
import standard from '../src/risk-lexicon.json' with { type: 'json' }

t.test('what many say counts for a ticket by the same steps as for a comment', async t => {
  t.same(standard.factors.similar, SIMILAR_STEPS)
})
