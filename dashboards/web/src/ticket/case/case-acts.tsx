import type { ActName } from '@huiyin/schemas/api.ts'
import { Button } from 'antd'
import type { FormSpec } from '../../form/spec.ts'
import { keyHint } from '../../keys/key-hint.ts'
import { useShortcuts } from '../../keys/use-shortcuts.ts'
import { t } from '../../language.ts'
import { mayDo, useDesk } from '../desk.ts'
import { mergeForm, relateForm, splitForm } from '../links/link-forms.ts'
import style from './case.module.css'
import { askForm, dispatchForm, ruleForm, superviseForm, transferForm } from './case-forms.ts'

/** What who looks may begin. */
export function CaseActs() {
  const { view, now, busy, ask } = useDesk()
  const all: [name: ActName, words: string, form: () => FormSpec][] = [
    ['dispatch', t('act.dispatch'), () => dispatchForm(view)],
    ['dispatch.rule', t('act.rule'), () => ruleForm(view)],
    ['transfer', t('act.transfer'), () => transferForm(view)],
    ['ask.extend', t('ask.do.extend'), () => askForm(view, 'extend')],
    ['ask.lower', t('ask.do.lower'), () => askForm(view, 'lower')],
    ['ask.close-without-result', t('ask.do.close-without-result'), () => askForm(view, 'close-without-result')],
    ['supervise', t('act.supervise'), () => superviseForm(view, now, false)],
    ['supervise.instruct', t('act.instruct'), () => superviseForm(view, now, true)],
    ['merge', t('act.merge'), mergeForm],
    ['relate', t('act.relate'), relateForm],
    ['split', t('act.split'), splitForm]
  ]
  const dispatches = mayDo(view, 'dispatch') && busy === undefined
  useShortcuts({ dispatch: () => (dispatches ? ask(dispatchForm(view)) : false) })
  return (
    <div className={style.acts}>
      {all
        .filter(([name]) => mayDo(view, name))
        .map(([name, words, form]) => (
          <Button
            key={name}
            size="small"
            type={name === 'dispatch' ? 'default' : 'text'}
            disabled={busy !== undefined}
            title={name === 'dispatch' ? keyHint('dispatch') : undefined}
            onClick={() => ask(form())}
          >
            {words}
          </Button>
        ))}
    </div>
  )
}
