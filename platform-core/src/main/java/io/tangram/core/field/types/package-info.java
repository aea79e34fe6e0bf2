/** The field types of the house, one class each. Nothing outside may name one of them. */
package io.tangram.core.field.types;
