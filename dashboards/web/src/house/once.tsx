import { Button } from 'antd'
import { t } from '../language.ts'
import { Copy } from '../me/copy.tsx'
import style from './house.module.css'

type OnceProps = { words: string; secret: string; onKept: () => void }

/** A secret that nobody can read again. */
export const Once = ({ words, secret, onKept }: OnceProps) => (
  <section className={style.once} role="alertdialog" aria-label={words}>
    <strong>{words}</strong>
    <p className={style.line}>
      <code className={style.secret}>{secret}</code>
      <Copy text={secret} />
    </p>
    <div>
      <Button onClick={onKept}>{t('factor.kept')}</Button>
    </div>
  </section>
)
