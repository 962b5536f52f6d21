using FsCheck;
using FsCheck.Fluent;

namespace Emergent.Data.Tests;

public class DecoderTests
{
    [Fact]
    public void Softmax_decoder_learns_as_the_reference()
    {
        var decoder = new SoftMaxDecoder(inputs: 4, classes: 3);
        foreach (var row in GoldenRows.Of("f/decoder_softmax.tsv"))
        {
            var numbers = GoldenRows.Numbers(row, 2).Select(x => (float)x).ToArray();   // in0–3, sorted0, act0–2, weights
            var best = decoder.Decode(numbers.AsSpan(..4));
            Assert.Equal((int)numbers[4], best);
            GoldenRows.Near(numbers[5..8].Select(x => (double)x), decoder.Probabilities.ToArray().Select(x => (double)x));
            decoder.Train(int.Parse(row[1]));
            GoldenRows.Near(numbers[8..].Select(x => (double)x), decoder.Weights.Values.ToArray().Select(x => (double)x));
        }
    }

    [Theory]
    [InlineData("identity", DecoderOutput.Identity)]
    [InlineData("logistic(FastExp)", DecoderOutput.Logistic)]
    public void Linear_decoder_learns_as_the_reference(string name, DecoderOutput output)
    {
        var decoder = new LinearDecoder(inputs: 3, outputs: 2, output);
        var rows = GoldenRows.Of("f/decoder_linear.tsv").Where(row => row[0] == name).ToList();
        Assert.Equal(40, rows.Count);
        foreach (var row in rows)
        {
            var numbers = GoldenRows.Numbers(row, 2).Select(x => (float)x).ToArray();   // t0–1, in0–2, act0–1, sse, weights
            GoldenRows.Near(numbers[5..7].Select(x => (double)x), decoder.Decode(numbers.AsSpan(2..5)).ToArray().Select(x => (double)x));
            Assert.Equal(numbers[7], decoder.Train(numbers.AsSpan(..2)), GoldenRows.Tolerance);
            GoldenRows.Near(numbers[8..].Select(x => (double)x), decoder.Weights.Values.ToArray().Select(x => (double)x));
        }
    }

    [Fact]
    public void Softmax_decoder_tells_patterns_apart_that_can_be()
    {
        var decoder = new SoftMaxDecoder(inputs: 3, "cat", "dog");
        float[][] patterns = [[1, 0, 0.2f], [0, 1, 0.2f]];
        for (var trial = 0; trial < 200; trial++)
        {
            decoder.Decode(patterns[trial % 2]);
            decoder.Train(trial % 2 == 0 ? "cat" : "dog");
        }
        Assert.Equal([0, 1], patterns.Select(pattern => decoder.Decode(pattern)));
        Assert.Equal([1, 0], decoder.Sorted());
        Assert.Equal(1, decoder.Probabilities.ToArray().Sum(), 1e-6);
        decoder.Reset();
        Assert.All(decoder.Weights.Values.ToArray(), weight => Assert.Equal(0.1f, weight));
    }

    [Fact]
    public void Probabilities_are_finite_whatever_the_inputs()
    {
        var decoder = new SoftMaxDecoder(2, 2) { LearningRate = 1 };
        for (var trial = 0; trial < 20; trial++)
        {
            decoder.Decode(1e4f, -1e4f);
            decoder.Train(trial % 2);
        }
        Assert.Equal(1, decoder.Probabilities.ToArray().Sum(), 1e-6);
    }

    [Fact]
    public void Slips_are_refused_and_change_nothing()
    {
        var softmax = new SoftMaxDecoder(2, "a", "b");
        var linear = new LinearDecoder(2, 1);
        Assert.Contains("Call Decode first", Assert.Throws<InvalidOperationException>(() => softmax.Train(0)).Message, StringComparison.Ordinal);
        Assert.Contains("Call Decode first", Assert.Throws<InvalidOperationException>(() => linear.Train(1)).Message, StringComparison.Ordinal);
        Assert.Contains("The softmax decoder has 2 inputs; 3 were given", Assert.Throws<EmergentException>(() => softmax.Decode(1, 2, 3)).Message, StringComparison.Ordinal);
        Assert.Contains("Input 1 of the linear decoder is NaN", Assert.Throws<EmergentException>(() => linear.Decode(1, float.NaN)).Message, StringComparison.Ordinal);
        softmax.Decode(1, 0);
        linear.Decode(1, 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => softmax.Train(2));
        Assert.Contains("no class 'c'", Assert.Throws<EmergentException>(() => softmax.Train("c")).Message, StringComparison.Ordinal);
        Assert.Contains("has 1 outputs; 2 targets were given", Assert.Throws<EmergentException>(() => linear.Train(1, 2)).Message, StringComparison.Ordinal);
        Assert.Contains("Target 0 of the linear decoder is NaN", Assert.Throws<EmergentException>(() => linear.Train(float.NaN)).Message, StringComparison.Ordinal);
        Assert.All([.. softmax.Weights.Values.ToArray(), .. linear.Weights.Values.ToArray()], weight => Assert.Equal(0.1f, weight));
        Assert.Throws<ArgumentOutOfRangeException>(() => softmax.LearningRate = 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => linear.LearningRate = float.NaN);
        Assert.Throws<ArgumentOutOfRangeException>(() => new LinearDecoder(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LinearDecoder(1, 1, (DecoderOutput)5));
        Assert.Contains("'a' of a softmax decoder is there twice", Assert.Throws<EmergentException>(() => new SoftMaxDecoder(2, "a", "a")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_label_with_most_of_the_last_votes_wins_and_of_equals_the_latest()
    {
        var votes = new VoteDecoder<string>(3);
        Assert.Equal("a", votes.Add("a"));
        Assert.Equal("b", votes.Add("b"));
        Assert.Equal("a", votes.Add("a"));
        Assert.Equal(("a", 2), votes.Winner());
        Assert.Equal("c", votes.Add("c"));   // b, a, c
        Assert.Equal("c", votes.Add("c"));   // a, c, c
        Assert.Equal("c", votes.Add("a"));   // c, c, a
        Assert.Equal(3, votes.Count);
        votes.Reset();
        Assert.Throws<InvalidOperationException>(() => votes.Winner());
        Assert.Throws<ArgumentOutOfRangeException>(() => new VoteDecoder<int>(0));
    }

    [Fact]
    public void Training_on_a_pattern_makes_its_class_more_probable_and_numbers_nearer() => Prop.ForAll(GoldenRows.Rows(1, 1, 1, 6).ToArbitrary(), Gen.Choose(0, 3).ToArbitrary(), (row, actual) =>
    {
        float[] inputs = [.. row.Values.ToArray().Select(x => (float)(x / 10))], targets = [actual, -actual];
        var (softmax, linear) = (new SoftMaxDecoder(inputs.Length, classes: 4), new LinearDecoder(inputs.Length, 2));
        softmax.Decode(inputs);
        linear.Decode(inputs);
        var (before, error) = (softmax.Probabilities[actual], linear.Train(targets));
        softmax.Train(actual);
        softmax.Decode(inputs);
        linear.Decode(inputs);
        return softmax.Probabilities[actual] >= before - 1e-6f && Math.Abs(softmax.Probabilities.ToArray().Sum() - 1) < 1e-5
            && softmax.Sorted().Order().SequenceEqual([0, 1, 2, 3]) && softmax.Probabilities[softmax.Sorted()[0]] == softmax.Probabilities.ToArray().Max()
            && linear.Train(targets) <= error + 1e-5f;   // at most 6 inputs of at most 1, so that a rate of 0.1 does not go too far
    }).Check(GoldenRows.Fixed);

    [Fact]
    public void Winner_of_a_vote_has_as_many_of_the_last_as_any() => Prop.ForAll(Gen.NonEmptyListOf(Gen.Choose(0, 3)).ToArbitrary(), Gen.Choose(1, 7).ToArbitrary(), (list, size) =>
    {
        int[] labels = [.. list];
        var votes = new VoteDecoder<int>(size);
        return labels.Index().All(label =>
        {
            var winner = votes.Add(label.Item);
            var last = labels[Math.Max(0, label.Index - size + 1)..(label.Index + 1)];
            var most = last.CountBy(x => x).Max(c => c.Value);
            return votes.Winner() == (winner, most) && winner == last.Last(x => last.Count(y => y == x) == most);
        });
    }).Check(GoldenRows.Fixed);
}
