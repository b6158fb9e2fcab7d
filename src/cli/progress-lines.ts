import { spaced } from '../model/index.ts';
import type { BuildEvent, Progress } from '../release/index.ts';
import { figure, type Terminal } from './terminal.ts';

/** The same, of which nothing stays: on a terminal one sees that something happens; in a mail from a timer, nothing. */
export const quietProgress = (terminal: Terminal): Progress =>
  progressLines({
    ...terminal,
    tell: (text) => terminal.flash(spaced(text[terminal.language], terminal.language)),
  });

/** Turns what a build tells into lines: counts and rate while it runs, one line when a dataset is done. */
export function progressLines(terminal: Terminal): Progress {
  const { language } = terminal;
  let started = performance.now();
  const n = (value: number) => figure(value, language);
  const rows: { readonly [K in BuildEvent['kind']]: (event: Extract<BuildEvent, { kind: K }>) => void } = {
    'source-changed'({ slug, before, now }) {
      terminal.tell({
        fr: `${slug} : lu dans ${now} ; la version d’avant lisait ${before}`,
        en: `${slug}: read from ${now}; the release before read ${before}`,
      });
    },
    'not-compared'({ reason }) {
      terminal.tell({
        fr: `${reason.fr} Rien n’en est repris, et ce qui change depuis n’est pas dit.`,
        en: `${reason.en} Nothing is taken over from it, and what has changed since is not told.`,
      });
    },
    'dataset-started': () => {
      started = performance.now();
    },
    mapping({ slug, records, statements }) {
      const rate = statements / Math.max(0.001, (performance.now() - started) / 1000);
      terminal.flash(
        {
          fr: `${slug} : ${n(records)} enregistrements, ${n(statements)} énoncés (${n(rate)}/s)`,
          en: `${slug}: ${n(records)} records, ${n(statements)} statements (${n(rate)}/s)`,
        }[language],
      );
    },
    validating({ slug, things }) {
      terminal.flash(
        { fr: `${slug} : ${n(things)} choses validées`, en: `${slug}: ${n(things)} things validated` }[
          language
        ],
      );
    },
    'judging-together'({ slug, things }) {
      terminal.flash(
        {
          fr: `${slug} : liens de ${n(things)} choses vérifiés`,
          en: `${slug}: links of ${n(things)} things checked`,
        }[language],
      );
    },
    asking({ asked }) {
      terminal.flash({ fr: `questions posées : ${n(asked)}`, en: `queries asked: ${n(asked)}` }[language]);
    },
    'dataset-done'({ slug, records, things, statements, quarantined, milliseconds }) {
      const seconds = (milliseconds / 1000).toLocaleString(language, {
        maximumFractionDigits: 1,
        minimumFractionDigits: 1,
      });
      const out =
        quarantined === 0
          ? { fr: '', en: '' }
          : {
              fr: `, ${n(quarantined)} ${quarantined === 1 ? 'écartée' : 'écartées'}`,
              en: `, ${n(quarantined)} left out`,
            };
      terminal.tell({
        fr: `${slug} : ${n(records)} enregistrements → ${n(things)} choses, ${n(statements)} énoncés${out.fr} (${seconds} s)`,
        en: `${slug}: ${n(records)} records → ${n(things)} things, ${n(statements)} statements${out.en} (${seconds} s)`,
      });
    },
    'ledger-made-again'({ id }) {
      terminal.tell({
        fr: `Registre des URI : refait avec ce que publiait la version ${id}`,
        en: `Ledger of URIs: made again with what release ${id} published`,
      });
    },
    'release-not-read'({ id, file }) {
      terminal.tell({
        fr: `Version ${id} : ${file} manque ou est abîmé ; les URI que lui seul publiait ne sont plus connues`,
        en: `Release ${id}: ${file} is missing or damaged; URIs that it alone published are not known any more`,
      });
    },
    'dataset-reused'({ slug, things, statements }) {
      terminal.tell({
        fr: `${slug} : inchangé, ${n(things)} choses, ${n(statements)} énoncés`,
        en: `${slug}: unchanged, ${n(things)} things, ${n(statements)} statements`,
      });
    },
    'dump-left-out'({ slug, format, reason }) {
      terminal.tell({
        fr: `${slug} : pas de fichier .${format}, qui ne peut pas tout dire (${reason})`,
        en: `${slug}: no .${format} file, which cannot say everything (${reason})`,
      });
    },
  };
  return (event) => rows[event.kind](event as never);
}
