import type { SettingName } from '@huiyin/schemas/setting.ts'
import { Alert, Button } from 'antd'
import { slowly } from '../form/busy.ts'
import { t } from '../language.ts'
import { problemWords } from '../problem-words.ts'
import { useTakingBack } from './settings-data.ts'

type SavedProps = { what: SettingName | undefined; id: string | undefined; onDone: () => void }

/** It is saved; what was before can count again. */
export function Saved({ what, id, onDone }: SavedProps) {
  const back = useTakingBack(what, id)
  if (back.error) return <Alert type="error" showIcon title={problemWords(back.error)} />
  if (back.data !== undefined)
    return <Alert type="info" showIcon title={t(back.data ? 'house.taken-back' : 'house.nothing-before')} />
  return (
    <Alert
      type="success"
      showIcon
      title={t('house.saved')}
      closable={{ closeIcon: true, onClose: onDone }}
      action={
        what &&
        id !== undefined && (
          <Button size="small" loading={slowly(back.isPending)} onClick={() => back.mutate()}>
            {t('undo.do')}
          </Button>
        )
      }
    />
  )
}
