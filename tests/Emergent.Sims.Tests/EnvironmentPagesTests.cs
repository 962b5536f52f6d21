using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Sims.Tests;

/// <summary>What the pages on environments and patterns show, compiled and run: each block stands here line for line.</summary>
public class EnvironmentPagesTests
{
    [Theory]
    [InlineData("docs/environments.md", 9)]
    [InlineData("docs/patterns.md", 7)]
    public void Every_block_of_a_page_is_compiled_here(string page, int count) => PageExamples.AssertStandIn(page, "tests/Emergent.Sims.Tests/EnvironmentPagesTests.cs", count);

    [Fact]
    public void Examples_of_environments_run()
    {
        var patterns = Patterns.RandomBits(rows: 12, shape: [5, 5], active: 6, seed: 1, "Input", "Output");
        var trials = new TableEnvironment(patterns, Order.Permuted);
        trials.Initialize(seed: 1, run: 0);
        foreach (var trial in trials.NextEpoch())
        {
            Console.WriteLine($"{trial.Epoch.Current} {trial.Trial.Current} {trial.TrialName}: {trial.State("Input")[0]}");
        }

        patterns.AddColumn<double>("Freq");
        for (var row = 0; row < patterns.RowCount; row++) { patterns.Row(row).Set("Freq", row < 3 ? 1.0 : 0.25); }
        var frequent = new FrequencyEnvironment(patterns, samples: 4);
        Console.WriteLine(frequent.TrialsPerEpoch);   // 3 rows × 4 + 9 rows × 1 = 21

        var letters = new OneHotEnvironment([1, 5], Order.Sequential, unitNames: ["B", "T", "S", "X", "E"]);   // a state Input [1, 5]
        var noiseOnly = new RandomPatternEnvironment(trialsPerEpoch: 100, active: 0.15, states: [new("Input", [10, 10]), new("Output", [10, 10])]);

        var noisy = new NoisyEnvironment(trials, new RandomParams { Dist = Distribution.Gaussian, Var = 0.1f }, seed: 1, "Input") { Minimum = 0, Maximum = 1 };
        noisy.Step();
        Console.WriteLine(noisy.State("Input")[0]);

        var old = new TableEnvironment(Patterns.RandomBits(10, [5, 5], 6, seed: 2, "Input", "Output"), name: "Old");
        var young = new TableEnvironment(Patterns.RandomBits(10, [5, 5], 6, seed: 3, "Input", "Output"), name: "Young");
        var interleaved = new MixedEnvironment(trialsPerEpoch: 20, Mixing.ByChance, parts: [(old, 1), (young, 3)]);   // a quarter of the trials are old
        var blocks = new MixedEnvironment(trialsPerEpoch: 20, Mixing.InTurn, parts: [(letters, 5), (new OneHotEnvironment([1, 5], name: "Others"), 5)]);

        var shared = new TableEnvironment(patterns, seed: 1);
        shared.TakeShare(process: 1, processes: 4);   // the second quarter of an order that all four draw alike

        var bandit = new BanditEnvironment([0.2, 0.8], seed: 1);
        float[] value = [0.5f, 0.5f];
        var explore = new CounterRandom(1, 0, CounterRandom.StreamOf("explore"));
        bandit.Step();
        for (var trial = 0; trial < 200; trial++)
        {
            var arm = RandomDistribution.Bool(ref explore, 0.1) ? explore.NextInt(2) : value[1] > value[0] ? 1 : 0;
            bandit.Pull(arm);   // or Act("Pull", …) with the activations of a layer
            bandit.Step();
            value[arm] += 0.1f * (bandit.State("Reward")[0] - value[arm]);
        }

        var world = new GridWorldEnvironment(["S.#.", "..#G", "...."], maximumTrials: 50);
        var right = new Tensor<float>([4], [0, 1, 0, 0]);   // up, right, down, left: the most active is done
        world.Step();
        world.Act("Move", right);
        world.Step();
        Console.WriteLine(world.Place);   // (0, 1)

        Assert.Equal(21, frequent.TrialsPerEpoch);
        Assert.Equal(3, shared.TrialsPerEpoch);
        Assert.True(value[1] > value[0]);
        Assert.Equal((0, 1), world.Place);
        Assert.True(noiseOnly.Step() && interleaved.Step() && blocks.Step());
        Assert.Equal("B", letters.TrialName);
    }

    [Fact]
    public void Environment_of_ones_own_needs_little()
    {
        IEnvironment coin = new CoinEnvironment();
        coin.Initialize(seed: 1, run: 0);
        var sides = new HashSet<string>();
        for (var i = 0; i < 50; i++)
        {
            Assert.True(coin.Step());
            sides.Add(coin.TrialName);
            Assert.Equal(1, coin.State("Side")[0] + coin.State("Side")[1]);
        }
        Assert.Equal(["heads", "tails"], sides.Order());
        Assert.Equal(49, coin.CounterOf(TimeScale.Trial).Current);
        Assert.Equal("", coin.Description);
    }

    [Fact]
    public void Examples_of_patterns_run()
    {
        var patterns = Patterns.RandomBits(rows: 10, shape: [5, 5], active: 6, seed: 1, "Input", "Output");
        var apart = Patterns.RandomBitsMinimumDifference(rows: 10, shape: [5, 5], active: 6, minimumDifference: 3, seed: 1, "Input");
        Patterns.FlipBits(apart.Column<float>("Input"), turnOff: 1, turnOn: 1, seed: 2);   // distorts each row
        Patterns.Shuffle(patterns, seed: 3);                                               // rows in another order, their cells together
        Patterns.ShuffleIndependently(patterns, seed: 3, "Output");                        // what belonged to an input no longer does

        var lines = new Table("Lines");
        lines.AddColumn<string>("Name");
        lines.AddColumn<float>("Input", [5, 5]);
        lines.AddRow().Set("Name", "middle");
        lines.Column<float>("Input").Cell(0).Slice(10, 5).Fill(1);   // the third row
        lines.Save("lines.tsv");
        var loaded = Table.Load("lines.tsv");

        var vocabulary = new Vocabulary();
        vocabulary.AddPermutedBinary("A", rows: 10, pool: [6, 6], active: 0.3, minimumDifference: 0.5, seed: 1);
        vocabulary.AddPermutedBinary("B", rows: 10, pool: [6, 6], active: 0.3, minimumDifference: 0.5, seed: 1);
        vocabulary.AddDrift("context", from: "A", row: 0, rows: 10, drift: 0.25, seed: 1);
        vocabulary.AddEmpty("empty", rows: 10, pool: [6, 6]);
        var pairs = Patterns.Empty(rows: 10, shape: [2, 2, 6, 6], "Input", "Output");
        Patterns.Mix(pairs.Column<float>("Input"), vocabulary, "A", "empty", "context", "context");   // pool by pool, row by row
        Patterns.Mix(pairs.Column<float>("Output"), vocabulary, "A", "B", "context", "context");

        var code = new PopulationCode();                     // GaussBump; Min −0.5, Max 1.5, Sigma 0.2, Clip, Thr 0.1, MinSum 0.2
        var pattern = code.Encode(0.3f, units: 12);
        Console.WriteLine(code.Decode(pattern));             // 0.3
        code.Encode(pattern, 0.9f, add: true);               // two at once
        var narrow = new PopulationCode { Sigma = 0.1f };
        var both = narrow.Encode(0.1f, units: 24);
        narrow.Encode(both, 0.9f, add: true);
        Console.WriteLine(string.Join(" ", narrow.DecodePeaks(both, count: 2)));

        var direction = new RingCode { Sigma = 0.15f };
        Console.WriteLine(direction.Decode(direction.Encode(180, units: 24)));
        var place = new PopulationCode2D { WrapX = true };
        var sheet = new Tensor<float>([12, 16]);
        place.Encode(sheet, new(0.2f, 0.7f));
        Console.WriteLine(place.Decode(sheet));

        var generator = SentenceGenerator.Parse("""
            Sentence {
                Agent Verb Object
            }
            Agent {
                %70 'cat' =Agent=Cat
                %30 'dog' =Agent=Dog
            }
            Verb {
                'chases' =Action=Chase
                'sees' =Action=See
            }
            Object ? {
                'cat' && 'chases' { 'mouse' =Patient=Mouse }
                'dog' || 'sees' { 'cat' =Patient=Cat }
            }
            """);
        generator.Initialize(seed: 1, run: 0);
        var sentence = generator.Next();
        Console.WriteLine($"{sentence}: {sentence.States["Agent"]} {sentence.Fired.Count}");

        var random = new CounterRandom(seed: 1, run: 0, CounterRandom.StreamOf("my numbers"), index: 7);
        var gaussian = new RandomParams { Dist = Distribution.Gaussian, Mean = 0.5f, Var = 0.25f };
        Console.WriteLine(gaussian.Generate(ref random));
        Console.WriteLine(RandomDistribution.Choose(ref random, [0.2, 0.5, 0.3]));       // an index, by its weight
        Console.WriteLine(RandomDistribution.Bool(ref random, 0.25));                    // true in a quarter of draws
        Console.WriteLine(RandomDistribution.IntAround(ref random, mean: 10, range: 2)); // 8 … 12
        Console.WriteLine(string.Join(" ", random.Permutation(5)));

        File.Delete("lines.tsv");
        Assert.Equal(5, loaded.Column<float>("Input").Values.ToArray().Sum());
        Assert.Equal(33, pairs.Column<float>("Input").Cell(9).ToArray().Sum());
        Assert.Equal(0.3f, code.Decode(code.Encode(0.3f, units: 12)), tolerance: 0.01f);
        Assert.Equal(0.7f, place.Decode(sheet).Y, tolerance: 0.02f);
        Assert.Contains(sentence.Tokens[0], (string[])["cat", "dog"]);
    }

    sealed class CoinEnvironment : IEnvironment
    {
        private readonly Tensor<float> _side = new([1, 2]);
        private readonly Counter _trial = new(TimeScale.Trial);
        private CounterRandom _random;
        public string Name => "Coin";
        public IReadOnlyList<StateElement> States => [new("Side", _side.Shape)];
        public IReadOnlyList<Counter> Counters => [_trial];
        public string TrialName => _side[0] == 1 ? "heads" : "tails";
        public void Initialize(long seed, int run)
        {
            _random = new(seed, run, CounterRandom.StreamOf(Name));
            _trial.Initialize(-1);   // the first step leads to trial 0
        }
        public bool Step()
        {
            _trial.Increment();
            _side.Fill(0);
            _side[_random.NextInt(2)] = 1;
            return true;             // false: there are no more trials
        }
        public Tensor<float> State(string name) => _side;
    }
}
