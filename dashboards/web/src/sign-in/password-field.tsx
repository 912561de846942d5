import { Input } from 'antd'
import style from './sign-in.module.css'

type PasswordFieldProps = {
  name: string
  label: string
  of: 'current-password' | 'new-password'
  value: string
  first?: boolean
  onChange: (value: string) => void
}

/** A password, with what it is for browsers that keep them. */
export const PasswordField = ({ name, label, of, value, first = false, onChange }: PasswordFieldProps) => (
  <label className={style.field} htmlFor={name}>
    {label}
    <Input.Password
      id={name}
      required
      autoFocus={first}
      autoComplete={of}
      maxLength={500}
      size="large"
      value={value}
      onChange={event => onChange(event.target.value)}
    />
  </label>
)
