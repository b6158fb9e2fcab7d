/** The row of a table's column on the page. */
export const cellOf = (page: string, column: string): string =>
  new RegExp(`<tr id="cell-\\d+" class="[^"]*"><th scope="row">${column}[\\s\\S]*?</tr>`).exec(page)?.[0] ??
  '';

export const textOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replace(/[ \n]+/g, ' ');

export const isRead = (page: string): boolean => page.includes('Read to its end.');
