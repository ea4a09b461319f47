import { Named } from './named.tsx';
import { SourceAddress } from './source-list.tsx';

type TextListProps = {
  readonly heading: string;
  readonly texts: readonly string[];
  /** How deep the heading lies in the page. */
  readonly level?: 3 | 4;
};

/** Texts under a heading; nothing where there are none. */
export function TextList({ heading, texts, level = 4 }: TextListProps) {
  if (texts.length === 0) return null;
  const Heading = `h${level}` as const;
  return (
    <>
      <Heading>{heading}</Heading>
      <ul>
        {texts.map((text) => (
          <li key={text}>
            <Linked text={text} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** A text in which addresses lead where they say. */
function Linked({ text }: { readonly text: string }) {
  const parts = text.split(/(https?:\/\/\S+)/);
  return (
    <>
      {parts.map((part, index) =>
        index % 2 === 1 ? <SourceAddress key={part} address={part} /> : <Named text={part} />,
      )}
    </>
  );
}
