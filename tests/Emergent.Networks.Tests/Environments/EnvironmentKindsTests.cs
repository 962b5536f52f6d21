using Emergent.Data;
using FsCheck;
using FsCheck.Fluent;

namespace Emergent.Networks.Tests;

public class EnvironmentKindsTests
{
    private static Table Numbered(int rows, string name = "Numbered")
    {
        var table = new Table(name);
        table.AddColumn<string>("Name");
        table.AddColumn<float>("Input", [2]).DimensionNames = ["Unit"];
        for (var i = 0; i < rows; i++) { table.Add($"{name}{i}", new float[] { i, 1 }); }
        return table;
    }

    private static List<string> Names(IEnvironment environment, int steps) =>
        [.. Enumerable.Range(0, steps).Select(_ => environment.Step() ? environment.TrialName : "end")];

    [Fact]
    public void Rows_drawn_with_replacement_come_equally_often_but_not_once_each()
    {
        var environment = new TableEnvironment(Numbered(10), Order.WithReplacement);
        var epochs = Enumerable.Range(0, 1000).Select(_ => environment.NextEpoch().Select(t => t.Row).ToList()).ToList();
        Assert.All(epochs, rows => Assert.Equal(10, rows.Count));
        Assert.True(epochs.Count(rows => rows.Distinct().Count() == 10) < 10);   // 0.04 % of epochs
        for (var row = 0; row < 10; row++) { Assert.InRange(epochs.Sum(rows => rows.Count(r => r == row)), 1000 - 4.5 * 30, 1000 + 4.5 * 30); }
    }

    [Fact]
    public void Processes_share_each_epoch_among_them() => Prop.ForAll(
        (from share in Gen.Choose(1, 6) from processes in Gen.Choose(1, 5) from seed in Gen.Choose(0, 999) from order in Gen.Elements(Order.Permuted, Order.Sequential) select (share, processes, seed, order)).ToArbitrary(),
        ((int Share, int Processes, int Seed, Order Order) given) =>
        {
            var table = Numbered(given.Share * given.Processes);
            var whole = new TableEnvironment(table, given.Order, seed: given.Seed);
            var parts = Enumerable.Range(0, given.Processes).Select(process =>
            {
                var part = new TableEnvironment(table, given.Order, seed: given.Seed);
                part.TakeShare(process, given.Processes);
                return part;
            }).ToList();
            for (var epoch = 0; epoch < 3; epoch++)
            {
                var all = whole.NextEpoch().Select(t => t.Row).ToList();
                var shared = parts.SelectMany(part => part.NextEpoch().Select(t => t.Row)).ToList();
                if (!all.SequenceEqual(shared) || parts.Exists(part => part.TrialsPerEpoch != given.Share || part.Epoch.Current != epoch)) { return false; }
            }
            return true;
        }).Check(Config.QuickThrowOnFailure.WithReplay(11, 13));

    [Fact]
    public void Rows_that_do_not_divide_among_processes_are_refused()
    {
        var environment = new TableEnvironment(Numbered(10), Order.Sequential);
        var error = Assert.Throws<EmergentException>(() => environment.TakeShare(0, 4));
        Assert.Contains("Environment 'Train': the 10 trials of an epoch do not divide among 4 processes. Use a number of processes that divides them (1, 2, 5, 10)", error.Message, StringComparison.Ordinal);
        Assert.Equal(10, environment.NextEpoch().Count());   // as it was
        Assert.Throws<ArgumentOutOfRangeException>(() => environment.TakeShare(4, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => environment.TakeShare(-1, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => environment.TakeShare(0, 0));

        environment.TakeShare(1, 2);
        Assert.Equal([5, 6, 7, 8, 9], environment.NextEpoch().Select(t => t.Row));
        Assert.Throws<EmergentException>(() => environment.Patterns = Numbered(7));
        Assert.Equal([5, 6, 7, 8, 9], environment.NextEpoch().Select(t => t.Row));
        environment.Patterns.Table.AddRows(1);
        Assert.Throws<EmergentException>(() => environment.Step());
        environment.Patterns.Table.AddRows(1);
        Assert.Equal([6, 7, 8, 9, 10, 11], environment.NextEpoch().Select(t => t.Row));
    }

    [Fact]
    public void States_say_what_their_dimensions_stand_for()
    {
        var state = new TableEnvironment(Numbered(2)).States.Single();
        Assert.Equal(["Unit"], state.DimensionNames);
        Assert.Equal(new StateElement("Input", [2]), state);
        Assert.Equal(new StateElement("Input", [2]).GetHashCode(), state.GetHashCode());
        Assert.NotEqual(new StateElement("Input", [3]), state);
    }

    [Fact]
    public void A_value_and_the_one_before_it_are_remembered()
    {
        var name = new CurrentAndPrevious<string>("");
        Assert.False(name.Changed);
        name.Set("A");
        Assert.Equal(("A", "", true), (name.Current, name.Previous, name.Changed));
        name.Set("A");
        Assert.Equal(("A", "A", false), (name.Current, name.Previous, name.Changed));
        Assert.Equal("A, before A", name.ToString());
        Assert.True(name == new CurrentAndPrevious<string>("A"));
        Assert.True(name != new CurrentAndPrevious<string>("B"));
        Assert.Equal(new CurrentAndPrevious<string>("A").GetHashCode(), name.GetHashCode());
    }

    [Fact]
    public void One_hot_shows_every_unit_once_an_epoch()
    {
        var environment = new OneHotEnvironment([2, 3], seed: 1, states: ["Input", "Output"]);
        Assert.Equal(-1, environment.Unit);
        for (var epoch = 0; epoch < 5; epoch++)
        {
            var units = new List<int>();
            for (var trial = 0; trial < 6; trial++)
            {
                Assert.True(environment.Step());
                Assert.Equal((trial, epoch), (environment.Counters[2].Current, environment.Counters[1].Current));
                Assert.Equal(trial == 0 && epoch > 0, environment.Counters[1].Changed);
                Assert.Equal(1, environment.State("Input")[environment.Unit]);
                Assert.Equal(1, environment.State("Output").Values.ToArray().Sum());
                Assert.Equal($"unit_{environment.Unit}", environment.TrialName);
                units.Add(environment.Unit);
            }
            Assert.Equal([0, 1, 2, 3, 4, 5], units.Order());
        }
        Assert.Equal(["B", "T", "X", "B"], Names(new OneHotEnvironment([3], Order.Sequential, unitNames: ["B", "T", "X"]), 4));
        var drawn = new OneHotEnvironment([4], Order.WithReplacement);
        Assert.Equal(4, Names(drawn, 100).Distinct().Count());
        drawn.Initialize(7, 1);
        var first = Names(drawn, 20);
        drawn.Initialize(7, 1);
        Assert.Equal(first, Names(drawn, 20));
    }

    [Fact]
    public void Random_patterns_have_the_active_units_asked_for_and_never_come_again()
    {
        var environment = new RandomPatternEnvironment(trialsPerEpoch: 10, active: 0.25, seed: 3, states: [new("Input", [4, 4]), new("Output", [8])]);
        var seen = new HashSet<string>();
        for (var i = 0; i < 100; i++)
        {
            environment.Step();
            Assert.Equal((4, 2), ((int)environment.State("Input").Values.ToArray().Sum(), (int)environment.State("Output").Values.ToArray().Sum()));
            seen.Add(string.Concat(environment.State("Input").Values.ToArray()));
            Assert.Equal((i / 10, i % 10), (environment.Counters[1].Current, environment.Counters[2].Current));
        }
        Assert.InRange(seen.Count, 90, 100);   // of 1820 there can be

        var alone = new RandomPatternEnvironment(10, 0.25, seed: 3, states: new StateElement("Output", [8]));
        for (var i = 0; i < 100; i++) { alone.Step(); }
        Assert.Equal(environment.State("Output").Values.ToArray(), alone.State("Output").Values.ToArray());
    }

    [Fact]
    public void Noise_is_added_once_a_step_and_leaves_the_other_environment_as_it_is()
    {
        var table = Numbered(4);
        var clean = new TableEnvironment(table, Order.Sequential);
        IEnvironment noisy = new NoisyEnvironment(clean, new RandomParams { Dist = Distribution.Gaussian, Var = 0.1f }, seed: 1);
        var differences = new List<float>();
        for (var i = 0; i < 400; i++)
        {
            Assert.True(noisy.Step());
            var (shown, source) = (noisy.State("Input").Values.ToArray(), clean.State("Input").Values.ToArray());
            Assert.Equal(shown, noisy.State("Input").Values.ToArray());
            differences.AddRange(shown.Zip(source, (a, b) => a - b));
        }
        Assert.Equal(800, differences.Distinct().Count());
        Assert.Equal(0, differences.Average(), tolerance: 4.5f * 0.1f / MathF.Sqrt(800));
        Assert.Equal(0.01f, differences.Average(d => d * d), tolerance: 4.5f * 0.01f * MathF.Sqrt(2f / 800));
        Assert.Equal(2, table.Row(2).Cell<float>("Input")[0]);
        Assert.Equal((99, 3), (noisy.CounterOf(TimeScale.Epoch).Current, noisy.CounterOf(TimeScale.Trial).Current));
        Assert.Equal("Numbered3", noisy.TrialName);

        noisy.Initialize(1, 0);
        noisy.Step();
        var again = new NoisyEnvironment(new TableEnvironment(table, Order.Sequential), new RandomParams { Dist = Distribution.Gaussian, Var = 0.1f }, seed: 1, "Input");
        again.Step();
        Assert.Equal(again.State("Input").Values.ToArray(), noisy.State("Input").Values.ToArray());
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) { noisy.State("Input"); }
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Noise_can_be_kept_within_limits_and_to_some_states()
    {
        var source = new RandomPatternEnvironment(5, 0.5, states: [new("Input", [20]), new("Output", [20])]);
        var noisy = new NoisyEnvironment(source, new RandomParams { Var = 0.8f }, states: "Input") { Minimum = 0, Maximum = 1 };
        for (var i = 0; i < 20; i++)
        {
            noisy.Step();
            Assert.All(noisy.State("Input").Values.ToArray(), value => Assert.InRange(value, 0, 1));
            Assert.Contains(noisy.State("Input").Values.ToArray(), value => value is > 0 and < 1);
            Assert.Same(source.State("Output"), noisy.State("Output"));
        }
    }

    [Fact]
    public void Environments_mixed_by_chance_come_as_their_shares_say()
    {
        TableEnvironment a = new(Numbered(5, "A"), name: "a"), b = new(Numbered(5, "B"), name: "b");
        var mixed = new MixedEnvironment(trialsPerEpoch: 100, parts: [(a, 3), (b, 1)]);
        Assert.Null(mixed.Current);
        var names = Names(mixed, 4000);
        Assert.InRange(names.Count(n => n[0] == 'A'), 3000 - 4.5 * 27.4, 3000 + 4.5 * 27.4);
        Assert.Equal((39, 99), (mixed.Counters[1].Current, mixed.Counters[2].Current));
        Assert.All(names.Where(n => n[0] == 'A').Chunk(5).SkipLast(1), epoch => Assert.Equal(5, epoch.Distinct().Count()));   // each keeps its own epochs

        mixed.Initialize(0, 0);
        Assert.Equal(names[..200], Names(mixed, 200));
        mixed.Initialize(0, 1);
        Assert.NotEqual(names[..200], Names(mixed, 200));
    }

    [Fact]
    public void Environments_in_turn_have_as_many_trials_as_their_shares_say()
    {
        TableEnvironment a = new(Numbered(2, "A"), Order.Sequential, "a"), b = new(Numbered(2, "B"), Order.Sequential, "b");
        Assert.Equal(["A0", "A1", "B0", "A0", "A1", "B1", "A0"], Names(new MixedEnvironment(10, Mixing.InTurn, parts: [(a, 2), (b, 1)]), 7));
        Assert.Same(b, new MixedEnvironment(10, Mixing.InTurn, parts: [(b, 2)]) is var single && single.Step() ? single.Current : null);
    }

    [Fact]
    public void Environment_that_has_ended_is_passed_over()
    {
        foreach (var mixing in (Mixing[])[Mixing.ByChance, Mixing.InTurn])
        {
            var mixed = new MixedEnvironment(10, mixing, parts: [(new Finite("short", 2), 1), (new Finite("long", 5), 1)]);
            var names = Names(mixed, 8);
            Assert.Equal(2, names.Count(n => n == "short"));
            Assert.Equal(["long", "end"], names[^2..]);
            Assert.Equal(5, names.Count(n => n == "long"));
        }
    }

    [Fact]
    public void Actions_go_to_the_environment_that_is_shown()
    {
        Finite first = new("first", 9), second = new("second", 9);
        IEnvironment mixed = new MixedEnvironment(10, Mixing.InTurn, parts: [(first, 1), (new NoisyEnvironment(second, new()), 1)]);
        mixed.Step();
        mixed.Act("Push", new Tensor<float>([1]));
        mixed.Step();
        mixed.Act("Push", new Tensor<float>([1]));
        mixed.Act("Push", new Tensor<float>([1]));
        Assert.Equal((1, 2), (first.Pushes, second.Pushes));
        Assert.Equal("Push", mixed.Actions.Single().Name);
    }

    [Fact]
    public void Wrong_environments_are_refused()
    {
        static string Message(Func<object?> act) => Assert.Throws<EmergentException>(act).Message;
        var numbers = new TableEnvironment(Numbered(2));

        Assert.Contains("mixes none", Message(() => new MixedEnvironment(10)), StringComparison.Ordinal);
        Assert.Contains("the share of 'Train' is 0; it is a number above 0", Message(() => new MixedEnvironment(10, parts: [(numbers, 0)])), StringComparison.Ordinal);
        Assert.Contains("the share of 'Train' is 1.5; in turn it is a number of trials", Message(() => new MixedEnvironment(10, Mixing.InTurn, parts: [(numbers, 1.5)])), StringComparison.Ordinal);
        Assert.Contains("mixes 'Train' twice", Message(() => new MixedEnvironment(10, parts: [(numbers, 1), (numbers, 1)])), StringComparison.Ordinal);
        Assert.Contains("mixes 'Train', which shows Input [2], with 'Hot', which shows Input [3]", Message(() => new MixedEnvironment(10, parts: [(numbers, 1), (new OneHotEnvironment([3], name: "Hot"), 1)])), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new MixedEnvironment(0, parts: [(numbers, 1)]));

        Assert.Contains("Environment 'Train' has no state 'Inptu'. Did you mean 'Input'?", Message(() => new NoisyEnvironment(numbers, new(), states: "Inptu")), StringComparison.Ordinal);
        Assert.Contains("Noise of environment 'Train': Var is 0", Message(() => new NoisyEnvironment(numbers, new() { Dist = Distribution.Gamma })), StringComparison.Ordinal);

        Assert.Throws<ArgumentException>(() => new OneHotEnvironment([0]));
        Assert.Contains("has 3 units; 2 names were given", Assert.Throws<ArgumentException>(() => new OneHotEnvironment([3], unitNames: ["a", "b"])).Message, StringComparison.Ordinal);
        Assert.Contains("Call Step first", Message(() => new OneHotEnvironment([3]).State("Input")), StringComparison.Ordinal);
        Assert.Contains("has no state 'Output'", Message(() => new OneHotEnvironment([3]).State("Output")), StringComparison.Ordinal);

        Assert.Throws<ArgumentOutOfRangeException>(() => new RandomPatternEnvironment(1, 1.5, states: new StateElement("Input", [2])));
        Assert.Throws<ArgumentException>(() => new RandomPatternEnvironment(1, 0.5));
        Assert.Throws<ArgumentException>(() => new RandomPatternEnvironment(1, 0.5, states: [new("Input", [2]), new("Input", [2])]));
        Assert.Throws<EmergentException>(() => new RandomPatternEnvironment(1, 0.5, states: new StateElement("Input", [2])).State("Input"));
    }

    /// <summary>An environment of so many trials that takes one action.</summary>
    private sealed class Finite(string name, int trials) : IEnvironment
    {
        private readonly Tensor<float> _nothing = new([1]);
        private readonly Counter _trial = new(TimeScale.Trial);

        public int Pushes { get; private set; }
        public string Name => name;
        public IReadOnlyList<StateElement> States => [new("Input", [1])];
        public IReadOnlyList<StateElement> Actions => [new("Push", [1])];
        public IReadOnlyList<Counter> Counters => [_trial];
        public string TrialName => name;
        public void Initialize(long seed, int run) => _trial.Initialize(-1);
        public bool Step()
        {
            if (_trial.Current + 1 >= trials) { return false; }
            _trial.Increment();
            return true;
        }
        public Tensor<float> State(string state) => _nothing;
        public void Act(string action, Tensor<float> value) => Pushes++;
    }
}
