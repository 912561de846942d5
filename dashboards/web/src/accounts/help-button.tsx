import type { AccountRow } from '@huiyin/schemas/api-accounts.ts'
import { Button } from 'antd'
import { nameOfKey, useSetState } from '../data/accounts.ts'
import { visit } from '../data/query-string.ts'
import { slowly } from '../form/busy.ts'
import { t } from '../language.ts'
import { placeOfAdding } from '../posts/place.ts'
import { problemWords } from '../problem-words.ts'
import style from './accounts.module.css'
import type { Help } from './help.ts'
import { openAccount } from './place.ts'

/** Does what helps, or leads to where it is done. */
export function HelpButton({ row: { account }, help }: { row: AccountRow; help: Help }) {
  const set = useSetState(account)
  const go = () => {
    if ('start' in help) openAccount(nameOfKey(account), help.start)
    else if ('way' in help) visit(placeOfAdding(account))
    else set.mutate(help.act)
  }
  return (
    <span className={style.help}>
      <Button
        size="small"
        type="primary"
        aria-label={`${t(help.words)} ${account.name}`}
        loading={slowly(set.isPending)}
        onClick={go}
      >
        {t(help.words)}
      </Button>
      {set.error && <span className={style.late}>{problemWords(set.error)}</span>}
    </span>
  )
}
