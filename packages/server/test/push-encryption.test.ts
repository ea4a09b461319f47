import { expect, test } from 'vitest';
import { decrypt } from './support/push-receiver.ts';

// RFC 8291, appendix A: the keys, the message and its plaintext as printed there.
const VECTOR = {
  auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  privateKey: 'q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94',
  publicKey: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
  body: 'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
  text: 'When I grow up, I want to be a watermelon',
};

test('the receiver of our tests decrypts the message of RFC 8291', () => {
  const bytes = (text: string) => Buffer.from(text, 'base64url');
  const subscriber = {
    auth: bytes(VECTOR.auth),
    privateKey: bytes(VECTOR.privateKey),
    publicKey: bytes(VECTOR.publicKey),
  };
  expect(decrypt(subscriber, bytes(VECTOR.body))).toBe(VECTOR.text);
});
