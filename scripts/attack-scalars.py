"""What Schemathesis may ask of our scalars, right and wrong; read by scripts/attack.mjs."""

from hypothesis import strategies as st
from schemathesis import graphql
from schemathesis.graphql import nodes

CODE = st.sampled_from(["370503", "370500", "370503001", "990102001/新村", "", "37", "370503' OR 1=1"])
DATE = st.sampled_from(["2017", "2017-04", "2017-04-13", "2017-13", "", "0000"])

graphql.scalar("PlaceCode", st.one_of(CODE, st.text()).map(nodes.String))
graphql.scalar("PartialDate", st.one_of(DATE, st.text()).map(nodes.String))
graphql.scalar("Yuan", st.one_of(st.integers().map(nodes.Int), st.floats(allow_nan=False, allow_infinity=False).map(nodes.Float)))
graphql.scalar("Figure", st.one_of(st.integers().map(nodes.Int), st.text().map(nodes.String)))
graphql.scalar("JSON", st.text().map(nodes.String))
