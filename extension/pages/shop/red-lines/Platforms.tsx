import { useMore } from '@extension/ui/more';
import { platformName } from '@extension/ui/platform-name';

/** The sites a seller writes on; a line without any holds on all of them. */
const SITES = [
  'taobao',
  'pdd',
  'jd',
  'douyin',
  'kuaishou',
  'xiaohongshu',
  'wechat-shop',
  '1688',
  'shopee',
  'etsy',
  'ebay',
  'amazon',
] as const;

interface PlatformsProps {
  readonly chosen: readonly string[];
  readonly onChosen: (chosen: readonly string[]) => void;
}

export function Platforms({ chosen, onChosen }: PlatformsProps) {
  const { t } = useMore();
  return (
    <fieldset class="platforms">
      <legend class="quiet small">{t('redLine.on')}</legend>
      {[...new Set([...SITES, ...chosen])].map((site) => (
        <label class="check" key={site}>
          <input
            type="checkbox"
            checked={chosen.includes(site)}
            onChange={(event) =>
              onChosen(
                event.currentTarget.checked ? [...chosen, site] : chosen.filter((other) => other !== site),
              )
            }
          />
          {platformName(site, t)}
        </label>
      ))}
    </fieldset>
  );
}
