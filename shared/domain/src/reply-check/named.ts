const BODY =
  /\p{Script=Han}{2}(?:局|厅|委员会|办公室|中心|服务站|服务处|管理站|管理处|管理所|监管所|办事处|公司|医院|大队|支队|总队)|\p{Script=Han}[改建健通信商监城]委|信访办|街道办|政务办|城管办|派出所|居委会|村委会|管委会|法院|检察院/gu

/** What looks like a body and names none. */
const NOBODY = /有关|相关|其他|其它|别的|主管|结局|布局|格局|当局|大局|僵局|全局|[市县镇为]中心/

const PHONE = /(?<![\d*])(?:110|119|120|122|\d{5,12}|\d{3,4}-\d{3,8}|400-\d{3,4}-\d{3,4})(?!\d)/

/** Whether a folded text names somebody to turn to: a body by its name, a department that is known, or a phone. */
export function namesSomebody(text: string, known: readonly string[]): boolean {
  if (PHONE.test(text) || known.some(name => name && text.includes(name))) return true
  return text.matchAll(BODY).some(({ 0: name }) => !NOBODY.test(name))
}
