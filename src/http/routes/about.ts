import { ABOUT_PAGES, aboutPage } from '../../pages/index.ts';
import { publishedDatasets } from '../context.ts';
import type { Handler } from '../methods.ts';
import { sendPage } from '../send-page.ts';
import type { ServedContext } from '../serving.ts';

/** /about, /legal, /accessibility: pages about the site, which its publisher adds to. */
export const ABOUT = new RegExp(`^/(?:${ABOUT_PAGES.join('|')})$`);

export const about =
  (context: ServedContext): Handler =>
  (request, response) =>
    sendPage(context, request, response, (frame) => {
      const name = ABOUT_PAGES.find((one) => request.path === `/${one}`) ?? 'about';
      const datasets = publishedDatasets(context).map(({ dataset }) => dataset);
      return aboutPage(frame, { name, datasets });
    });
