/** 编号,内容,发布时间,昵称 and two lines, as a spreadsheet program writes them in GB18030 (one character takes four bytes). */
export const CSV_IN_GB18030 = Buffer.from(
  'seC6xSzE2sjdLLeisrzKsbzkLOrHs8YNCmExLMfFzbe1xLukwLjLycHLo6zLrcC00N6jvywyMDI2xOo21MIzyNUgMTI6MzAsutOx39ehu6cNCmEyLIIwqzPX1tKy0qrIz7XDLDIwMjYtMDYtMDQstsHK6cjLDQo=',
  'base64'
)
